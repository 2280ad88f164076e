package org.cresset.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.json.Json;
import org.cresset.model.MarkedText;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser finds the same documents as Lucene, in the same order, with the same scores. */
class SameRankingTest {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("cresset.home", "..")).resolve("templates/assets/js");

  @TempDir Path folder;

  @Test
  void inQueriesOfEveryForm() throws Exception {
    Corpus corpus = new Corpus(7);
    List<Article> articles = corpus.articles(900);
    for (int i = 0; i < 8; i++) {
      String common = "the of new ".repeat(9000);
      articles.add(Samples.page("long" + i, "202" + i % 7 + "-05-05", "Long", common));
    }
    Edition edition = Samples.edition(true, articles);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      queries.add(corpus.query());
    }
    queries.addAll(
        List.of(
            "",
            " ",
            "-",
            "\"",
            "\"\"",
            "*",
            "a*",
            "site:",
            "site:\"",
            "-the",
            "date:..",
            "date:x",
            "duration:..",
            "duration:>=",
            "ip:1.2.3.400/24",
            "ip:192.0.2.0/99",
            "<script>alert(1)</script>",
            "(.*)+$",
            "\\",
            "x".repeat(5000),
            "the ".repeat(600),
            "kind:page kind:report",
            "SITE:site1",
            "foo:bar",
            "\u201cthe team\u201d",
            "\u0000\ud800",
            "\"web shell CVE-2026-1001\"",
            "\"the the\"",
            "\"the of new\"",
            "\"new the\"",
            "\"of new gateway\"",
            "192.0.2.17/24"));
    articles.stream().map(a -> a.id().id()).limit(300).forEach(queries::add);
    try (SearchIndex index = SearchIndex.inMemory(edition, MarkedText::markdown)) {
      List<String> browser = browser(edition, queries);
      assertThat(browser).hasSameSizeAs(queries);
      int hits = 0;
      for (int i = 0; i < queries.size(); i++) {
        List<String> wanted = lucene(index, queries.get(i));
        hits += wanted.size();
        assertThat(browser.get(i)).as(queries.get(i)).endsWith("," + Json.compact(wanted) + "]");
      }
      assertThat(hits).isGreaterThan(10_000);
    }
  }

  private List<String> browser(Edition edition, List<String> queries) throws Exception {
    Tool.NODE.require();
    Files.createDirectories(folder.resolve("search"));
    for (Map.Entry<String, byte[]> file :
        Samples.export(edition, folder.resolve("cache")).entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    List<String> lines = new ArrayList<>();
    queries.forEach(q -> lines.add(Ascii.json(q)));
    Path input = folder.resolve("queries");
    Files.write(input, lines);
    List<String> command =
        List.of(
            "node",
            "src/test/resources/search/rank.js",
            SCRIPTS.toString(),
            folder.toString(),
            input.toString());
    Tool.Result result = Tool.run(Path.of("").toAbsolutePath(), Map.of(), command);
    assertThat(result.err()).isEmpty();
    return result.out().lines().toList();
  }

  private static List<String> lucene(SearchIndex index, String query) {
    return index.search(query, 50).stream()
        .map(h -> h.id().kind().word() + "/" + h.id().id() + " " + Float.floatToIntBits(h.score()))
        .toList();
  }
}
