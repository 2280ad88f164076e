package org.cresset.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.json.Json;
import org.cresset.json.JsonReader;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.InProcess;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each criterion by which incidents are to be found (K9), asked by query in the terminal and in the
 * browser and by facet, over imported incidents and the demonstration's, equals a recount.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CriteriaTest {
  private static final Path HOME =
      Path.of(System.getProperty("cresset.home", "..")).toAbsolutePath();
  private static final List<String> LENGTHS =
      List.of("less than a day", "1 to 7 days", "8 to 30 days", "more than 30 days");

  private Collection collection;
  private Path staff;
  private final List<Facts> facts = new ArrayList<>();

  @BeforeAll
  void publish(@TempDir Path folder) throws IOException {
    Path root = folder.toRealPath();
    Trees.copy(HOME.resolve("content"), root.resolve("content"));
    try (Stream<Path> reports = Files.walk(root.resolve("content/reports"))) {
      for (Path file : reports.filter(CriteriaTest::isReport).toList()) {
        facts.add(Facts.of(file));
      }
    }
    Path settings = root.resolve("content/cresset.yaml");
    String text = Files.readString(settings);
    // Any word will do for a method, so that those of the records stay methods.
    Files.writeString(settings, text.replaceFirst("(?ms)^vocabulary:\n(  .*\n)*", ""));
    collection = Collection.in(root);
    Map<String, String> ids = collection.ids();
    collection
        .byReference()
        .forEach((reference, raw) -> facts.add(Facts.of(ids.get(reference), raw)));
    GitFixture.init(root).commit("All");
    InProcess.Said said = collection.run("build", "--edition", "staff");
    assertThat(said.status()).as(said.text()).isZero();
    staff = root.resolve("site/staff");
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".md") && !name.equals("_index.md");
  }

  /** The ids of all incidents of which that is true. */
  private SortedSet<String> recount(Predicate<Facts> of) {
    return facts.stream().filter(of).map(Facts::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, SortedSet<String>> queries() {
    Map<String, SortedSet<String>> asked = new LinkedHashMap<>();
    each(asked, "site", Facts::sites);
    each(asked, "software", Facts::software);
    each(asked, "method", Facts::methods);
    each(asked, "location", Facts::locations);
    each(asked, "keyword", Facts::keywords);
    each(asked, "severity", Facts::severity);
    each(asked, "cve", Facts::cves);
    each(asked, "status", f -> List.of(f.status()));
    for (String address : pick(values(Facts::addresses))) {
      asked.put("ip:" + address, recount(f -> f.addresses().contains(address)));
    }
    asked.put(
        "ip:192.0.2.0/28",
        recount(
            f -> f.addresses().stream().anyMatch(a -> a.matches("192\\.0\\.2\\.(\\d|1[0-5])"))));
    asked.put("date:2019-03", recount(f -> day(f.logged(), d -> d.startsWith("2019-03"))));
    asked.put("date:2026", recount(f -> day(f.logged(), d -> d.startsWith("2026"))));
    asked.put("occurred:2013", recount(f -> day(f.occurred(), d -> d.startsWith("2013"))));
    asked.put(
        "occurred:>=2015-07", recount(f -> day(f.occurred(), d -> d.compareTo("2015-07") >= 0)));
    asked.put(
        "occurred:2010-05..2012",
        recount(
            f -> day(f.occurred(), d -> d.compareTo("2010-05") >= 0 && d.compareTo("2013") < 0)));
    asked.put("duration:>=10", recount(f -> f.days().orElse(-1L) >= 10));
    asked.put("duration:2..7", recount(f -> f.days().orElse(-1L) >= 2 && f.days().get() <= 7));
    asked.put("duration:0", recount(f -> f.days().orElse(-1L) == 0));
    asked.put(
        "ransomware id:veris*",
        recount(f -> f.id().startsWith("veris-") && lower(f.text()).contains("ransomware")));
    asked.put(
        "ransomware id:veris* occurred:2013 -severity:low",
        recount(f ->
            f.id().startsWith("veris-")
                && lower(f.text()).contains("ransomware")
                && day(f.occurred(), d -> d.startsWith("2013"))
                && !f.severity().contains("low")));
    return asked;
  }

  private static boolean day(Optional<String> day, Predicate<String> wanted) {
    return day.filter(wanted).isPresent();
  }

  /** Some values of a field as phrases; a value that holds the words of another is meant too. */
  private void each(
      Map<String, SortedSet<String>> asked, String field, Function<Facts, List<String>> of) {
    for (String value : pick(values(of))) {
      asked.put(
          field + ":\"" + value + "\"",
          recount(f -> of.apply(f).stream().anyMatch(v -> words(v).contains(words(value)))));
    }
  }

  private static String words(String value) {
    return " " + lower(value).replaceAll("[^a-z0-9]+", " ").strip() + " ";
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private List<String> values(Function<Facts, List<String>> of) {
    return facts.stream().flatMap(f -> of.apply(f).stream()).distinct().sorted().toList();
  }

  /** The first, the last and one between; of real records more. */
  private static List<String> pick(List<String> values) {
    int last = values.size() - 1;
    Stream<Integer> more = Collection.isReal() ? Stream.of(last / 4, last * 3 / 4) : Stream.of();
    return Stream.concat(Stream.of(0, last / 2, last), more).distinct().map(values::get).toList();
  }

  @Test
  void byQueryInTheTerminalAndInTheBrowser() throws Exception {
    Map<String, SortedSet<String>> asked = queries();
    List<String> answers = browser(asked.keySet().stream().map(q -> q + " kind:report").toList());
    int n = 0;
    int found = 0;
    for (Map.Entry<String, SortedSet<String>> query : asked.entrySet()) {
      List<String> terminal = terminal(query.getKey() + " kind:report");
      assertThat(new TreeSet<>(terminal)).as(query.getKey()).isEqualTo(query.getValue());
      assertThat(JsonReader.read(new StringReader(answers.get(++n))))
          .as(query.getKey())
          .isEqualTo(terminal);
      found += terminal.size();
    }
    System.out.println(n + " queries over " + facts.size() + " reports, " + found + " hits");
    assertThat(asked.values().stream().filter(SortedSet::isEmpty)).hasSizeLessThan(4);
  }

  private List<String> terminal(String query) throws Exception {
    InProcess.Said said = collection.run("search", query, "--json", "--limit", "9999");
    List<?> hits = (List<?>) JsonReader.read(new StringReader(said.text()));
    return hits.stream().map(h -> ((Map<?, ?>) h).get("id").toString()).toList();
  }

  /** The facets, then the answers to the queries. */
  private List<String> browser(List<String> queries) throws IOException {
    Tool.NODE.require();
    Path input = collection.root().resolve("queries");
    Files.write(input, queries.stream().map(Json::compact).toList());
    Tool.Result result =
        Tool.run(
            Path.of("").toAbsolutePath(),
            Map.of(),
            List.of(
                "node",
                "src/test/resources/search/facets.js",
                HOME.resolve("templates/assets/js").toString(),
                staff.toString(),
                input.toString()));
    assertThat(result.err()).isEmpty();
    return result.out().lines().toList();
  }

  @Test
  void byWhatTheSearchPageNarrows() throws Exception {
    Map<?, ?> facets = (Map<?, ?>) JsonReader.read(new StringReader(browser(List.of()).getFirst()));
    Map<String, Function<Facts, List<String>>> of = new LinkedHashMap<>();
    of.put("year", f -> year(f.logged()));
    of.put("severity", Facts::severity);
    of.put("status", f -> List.of(f.status()));
    of.put("site", Facts::sites);
    of.put("method", Facts::methods);
    of.put("software", Facts::software);
    of.put("location", Facts::locations);
    of.put("keyword", Facts::keywords);
    for (Map.Entry<String, Function<Facts, List<String>>> facet : of.entrySet()) {
      Map<String, SortedSet<String>> shown = new TreeMap<>();
      ((Map<?, ?>) facets.get(facet.getKey()))
          .forEach((value, ids) ->
              ((List<?>) ids).forEach(id -> add(shown, value.toString(), id.toString())));
      assertThat(shown).as(facet.getKey()).isEqualTo(divided(facet.getValue()));
    }
  }

  @Test
  void byTheListsOfReports() throws IOException {
    Map<String, Function<Facts, List<String>>> of = new LinkedHashMap<>();
    of.put("year", f -> year(f.logged()));
    of.put("occurred", f -> year(f.occurred()));
    of.put("severity", Facts::severity);
    of.put("status", f -> List.of(f.status().replace('_', ' ')));
    of.put("method", Facts::methods);
    of.put("site", Facts::sites);
    of.put("software", Facts::software);
    of.put("location", Facts::locations);
    of.put("duration", f -> f.days().map(CriteriaTest::length).stream().toList());
    for (Map.Entry<String, Function<Facts, List<String>>> facet : of.entrySet()) {
      assertThat(listed(staff.resolve("reports").resolve(facet.getKey())))
          .as(facet.getKey())
          .isEqualTo(divided(facet.getValue()));
    }
  }

  /** An address has a page of its own. */
  @Test
  void byThePagesOfAddresses() throws IOException {
    int pages = 0;
    for (String address : values(Facts::addresses)) {
      Path page = staff.resolve("observables/ipv4/" + address + "/index.html");
      SortedSet<String> in = recount(f -> f.addresses().contains(address));
      assertThat(ids("href=\"[./]*reports/([^/\"]+)/index.html\"", Files.readString(page)))
          .as(address)
          .containsAll(in);
      pages++;
    }
    assertThat(pages).isGreaterThan(9);
  }

  private static String length(long days) {
    return LENGTHS.get(days < 1 ? 0 : days <= 7 ? 1 : days <= 30 ? 2 : 3);
  }

  private static List<String> year(Optional<String> day) {
    return day.map(d -> d.substring(0, 4)).stream().toList();
  }

  private Map<String, SortedSet<String>> divided(Function<Facts, List<String>> of) {
    Map<String, SortedSet<String>> parts = new TreeMap<>();
    facts.forEach(f -> of.apply(f).forEach(value -> add(parts, value, f.id())));
    return parts;
  }

  private static void add(Map<String, SortedSet<String>> parts, String value, String id) {
    parts.computeIfAbsent(value, v -> new TreeSet<>()).add(id);
  }

  private static Map<String, SortedSet<String>> listed(Path folder) throws IOException {
    Map<String, SortedSet<String>> parts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.endsWith("index.html")).toList()) {
        String page = Files.readString(file);
        Matcher title = Pattern.compile("<h1>Reports: (.*?)</h1>").matcher(page);
        if (title.find()) {
          ids("<span class=\"id quiet\">(.*?)</span>", page)
              .forEach(id -> add(parts, title.group(1), id));
        }
      }
    }
    return parts;
  }

  private static List<String> ids(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().map(m -> m.group(1)).toList();
  }
}
