package org.cresset.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.json.JsonReader;
import org.cresset.testkit.InProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was imported holds every value of the records, and says what is odd in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingLostTest {
  private Collection collection;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    collection = Collection.in(folder.toRealPath());
  }

  @Test
  void everyValueIsInItsReport() throws IOException {
    Map<String, String> ids = collection.ids();
    List<String> lost = new ArrayList<>();
    int values = 0;
    for (Map.Entry<String, RawIncident> raw : collection.byReference().entrySet()) {
      String report = bare(text(ids.get(raw.getKey())));
      for (Map.Entry<String, List<String>> leaf : leaves(raw.getValue()).entrySet()) {
        for (String value : leaf.getValue()) {
          values++;
          // Confirmed, Suspected, Near miss become an outcome; addresses stand one by one.
          String parts = leaf.getKey().equals("reference") ? "[;,\\s]+" : "$";
          if (!leaf.getKey().equals("security_incident")
              && !Stream.of(value.split(parts)).allMatch(p -> report.contains(bare(p)))) {
            lost.add(raw.getKey() + " " + leaf.getKey() + ": " + value);
          }
        }
      }
    }
    System.out.println(values + " values looked for");
    assertThat(lost.stream().limit(20)).isEmpty();
  }

  private String text(String id) throws IOException {
    Path folder = collection.root().resolve("content/reports/veris");
    Path file = folder.resolve(id + ".md");
    return Files.exists(file)
        ? Files.readString(file)
        : Files.readString(folder.resolve(id).resolve("index.md"))
            + Files.readString(folder.resolve(id).resolve("record.json"));
  }

  /** Letters and digits alone: what is escaped or spelled out is left out. */
  private static String bare(String text) {
    String plain = text.replaceAll("\\\\u[0-9a-f]{4}|<U\\+[0-9A-F]+>|\\\\[ntr]|&[a-z]+;", "");
    return plain.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  @Test
  void theTableOfFieldsCountsEachOfThem() throws Exception {
    SortedMap<String, Integer> counted = new TreeMap<>();
    collection
        .raw()
        .forEach(
            r -> leaves(r).forEach((path, of) -> counted.merge(path, of.size(), Integer::sum)));
    SortedMap<String, Integer> said = new TreeMap<>();
    InProcess.Said report =
        collection.run(
            "import",
            "veris",
            "incidents.jsonl",
            "--into",
            "content/reports/veris",
            "--report",
            "--json");
    Map<?, ?> json = (Map<?, ?>) JsonReader.read(new StringReader(report.text()));
    ((Map<?, ?>) json.get("fields"))
        .forEach(
            (path, fates) -> said.put(path.toString(), number(fates, "mapped", "kept", "dropped")));
    assertThat(said).isEqualTo(counted);
  }

  private static int number(Object of, String... keys) {
    int sum = 0;
    for (String key : keys) {
      sum += Integer.parseInt(((Map<?, ?>) of).get(key).toString());
    }
    return sum;
  }

  @Test
  void whatIsOddIsSaidOfEachRecordThatHasIt() {
    says("is no date of the calendar", r -> r.day().isEmpty());
    says("has a day without its month", RawIncident::hasDayAlone);
    says("which can't be counted", RawIncident::hasOddLength);
    says("is no country of ISO 3166", RawIncident::hasOddCountry);
    says("an amount without a currency", RawIncident::hasAmountWithoutCurrency);
    says(
        "is there a second time, with other content; taken in",
        r -> collection.byReference().get(r.id() + "#2") == r);
  }

  private void says(String words, Predicate<RawIncident> odd) {
    List<String> said =
        Pattern.compile("(?m)^.*jsonl:\\d+: (veris-\\w+): .*" + Pattern.quote(words))
            .matcher(collection.said())
            .results()
            .map(m -> m.group(1))
            .distinct()
            .toList();
    assertThat(said)
        .as(words)
        .hasSize((int) collection.raw().stream().filter(odd).count())
        .hasSizeGreaterThan(Collection.isReal() ? -1 : 0);
  }

  @Test
  void whatIsNoIncidentIsRefusedInWords() {
    if (Collection.isReal()) {
      return;
    }
    assertThat(collection.said())
        .contains("jsonl:4: warning: not taken in: '")
        .contains("' is there a second time; the first was taken")
        .contains("jsonl:12#1: warning: not taken in: no object")
        .contains("jsonl:12#2: warning: not taken in: no object")
        .contains("jsonl:13: warning: not taken in: incident_id is empty, so that it could not")
        .contains("jsonl:14: warning: not taken in: no VERIS record: incident_id and action, actor")
        .contains("jsonl:307: warning: not taken in: line 1, column ")
        .endsWith("301 new, 6 not taken in\n");
  }

  /** The values by their paths, in the notation of the report. */
  private static SortedMap<String, List<String>> leaves(RawIncident r) {
    SortedMap<String, List<String>> leaves = new TreeMap<>();
    r.json().forEach((key, value) -> enter(key, value, leaves));
    return leaves;
  }

  private static void enter(String path, Object value, Map<String, List<String>> leaves) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((k, v) -> enter(path + "." + k, v, leaves));
      case List<?> list -> list.forEach(v -> enter(path + "[]", v, leaves));
      default -> leaves.computeIfAbsent(path, p -> new ArrayList<>()).add(value.toString());
    }
  }
}
