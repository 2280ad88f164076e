package org.cresset.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.testkit.InProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each figure over imported incidents equals an independent recount from the raw records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportedFiguresTest {
  private Collection collection;
  private Path statistics;
  private Map<String, List<List<String>>> recounted;

  @BeforeAll
  void publish(@TempDir Path folder) throws IOException {
    collection = Collection.in(folder.toRealPath());
    InProcess.Said said = collection.run("build", "--worktree", "--edition", "public,staff");
    assertThat(said.status()).as(said.text()).isZero();
    statistics = collection.root().resolve("site/staff/statistics");
    recounted = new Recount(collection.raw()).tables();
  }

  @Test
  void everyCellOfEveryTable() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(statistics)) {
      all.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".csv")).forEach(files::add);
    }
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(
            recounted.keySet().stream().map(t -> "received-" + t + ".csv").toList());
    int cells = 0;
    for (Map.Entry<String, List<List<String>>> table : recounted.entrySet()) {
      List<List<String>> shown = csv(table.getKey());
      assertThat(shown.subList(1, shown.size())).as(table.getKey()).isEqualTo(table.getValue());
      cells += table.getValue().stream().mapToInt(r -> r.size() - 1).sum();
    }
    System.out.println(collection.raw().size() + " incidents, " + cells + " figures recounted");
    assertThat(cells).isGreaterThan(250);
  }

  @Test
  void thePageHasTheSameCounts() throws IOException {
    String page = Files.readString(statistics.resolve("index.html"));
    for (Map.Entry<String, List<List<String>>> table : recounted.entrySet()) {
      String id = "s_received-" + table.getKey() + "\"";
      String part = page.substring(page.indexOf("<section aria-labelledby=\"" + id));
      part = part.substring(0, part.indexOf("</section>"));
      List<String> shown =
          Pattern.compile("<th scope=\"row\">(.*?)</th><td class=\"amount\">(.*?)</td>")
              .matcher(part)
              .results()
              .map(m -> m.group(1) + " " + m.group(2).replaceAll("[^0-9.]", ""))
              .toList();
      List<String> counted =
          table.getValue().stream().limit(24).map(r -> r.get(0) + " " + r.get(1)).toList();
      assertThat(shown).as(table.getKey()).isEqualTo(counted);
    }
    long dated = collection.raw().stream().filter(i -> i.day().isPresent()).count();
    assertThat(page).contains(dated + " of " + collection.raw().size() + " records say when");
  }

  /** Nothing that was taken in is in the figures of the team's own cases, or public. */
  @Test
  void theTeamsOwnFiguresAndThePublicKnowNothingOfThem() throws IOException {
    assertThat(
            collection.run("stats", "--worktree", "--from", "2000-01-01", "--min-cell", "1").text())
        .endsWith(": fewer than 1\n");
    assertThat(Files.readString(statistics.resolve("management/index.html")))
        .doesNotContain("received-");
    try (Stream<Path> files = Files.walk(collection.root().resolve("site/public/"))) {
      assertThat(files.filter(f -> f.toString().contains("veris"))).isEmpty();
    }
  }

  private List<List<String>> csv(String table) throws IOException {
    return Files.readAllLines(statistics.resolve("received-" + table + ".csv")).stream()
        .map(ImportedFiguresTest::cells)
        .toList();
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
