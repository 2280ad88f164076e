package org.cresset.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.cresset.edition.Article;
import org.cresset.edition.SiteWriter;
import org.cresset.model.MarkedText;
import org.cresset.model.Severity;
import org.cresset.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What queries find, and that an index brought up to date equals one made anew. */
class SearchIndexTest {
  @TempDir Path folder;
  private List<Article> articles;

  @BeforeEach
  void someArticles() {
    articles =
        new ArrayList<>(
            List.of(
                Samples.advisory(
                    "a1",
                    "2026-10-03",
                    "Mail gateway: remote code execution",
                    "An intruder uploads a well\u2010known web shell, log4j-core-2.17.1.jar, from"
                        + " 192.0.2.17 and evil[.]example[.]org.",
                    Severity.CRITICAL,
                    List.of("CVE-2026-9990101"),
                    List.of("Example Mail Gateway")),
                Samples.report(
                    "r1",
                    "2026-09-01",
                    "Phishing at one site",
                    "Messages were sent from hxxps://phish.example.net/login by the attackers.",
                    Severity.LOW,
                    "northgate",
                    "spear-phishing",
                    List.of("198.51.100.4")),
                Samples.page("p1", "2025-01-01", "About", "The gateway to the team."),
                Samples.page("p2", "2025-02-01", "About", "The gateway to the team.")));
  }

  @Test
  void whoTypesAnIdGetsThatDocumentFirst() {
    String often = "See csa-2026-k7f3. ".repeat(20);
    articles.add(Samples.page("word-on-csa-2026-k7f3", "2026-01-01", "CSA-2026-K7F3", often));
    articles.add(
        Samples.advisory(
            "csa-2026-k7f3",
            "2025-10-03",
            "Files",
            "Some long text that has it once. ".repeat(50),
            Severity.LOW,
            List.of(),
            List.of()));
    assertThat(found("CSA-2026-k7f3").getFirst()).isEqualTo("csa-2026-k7f3");
    assertThat(found("\"csa-2026-k7f3\"").getFirst()).isEqualTo("csa-2026-k7f3");
    assertThat(found("csa-2026-k7f3")).contains("word-on-csa-2026-k7f3");
  }

  @Test
  void aChangedPageLeavesMostScriptsAsTheyAre() {
    List<Article> many = new Corpus(5).articles(900);
    many.add(Samples.page("changing", "2020-05-05", "Hours", "We answer in the morning."));
    SortedMap<String, byte[]> before = export(many);
    many.removeLast();
    many.add(Samples.page("changing", "2026-11-05", "Hours", "We answer in the evening."));
    SortedMap<String, byte[]> after = export(many);
    long same = after.keySet().stream().filter(before::containsKey).count();
    assertThat(same).isGreaterThan(after.size() / 2).isLessThan(after.size());
  }

  private SortedMap<String, byte[]> export(List<Article> some) {
    return Samples.export(Samples.edition(true, some), folder.resolve("scripts" + some.hashCode()));
  }

  private List<String> found(String query) {
    try (SearchIndex index =
        SearchIndex.inMemory(Samples.edition(true, articles), MarkedText::markdown)) {
      return index.search(query, 10).stream().map(h -> h.id().id()).toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CVE-2026-9990101 | a1",
        "cve\u20112026\u20119990101 | a1",
        "9990101 | a1",
        "CVE-2026 | a1",
        "192.0.2.17 | a1",
        "192.0.2 | a1",
        "192[.]0[.]2[.]17 | a1",
        "2.17.1 | a1",
        "log4j-core | a1",
        "jar | a1",
        "evil.example.org | a1",
        "evil[dot]example[dot]org | a1",
        "phish.example.net | r1",
        "https://phish.example.net/login | r1",
        "well-known | a1",
        "\"code execution\" | a1",
        "\"execution code\" | ''",
        "uploading shells | a1",
        "upl* | a1",
        "uploa | a1",
        "attacker's | r1",
        "gateway -mail | p2 p1",
        "about | p2 p1",
        "site:northgate | r1",
        "method:phishing | r1",
        "ip:198.51.100.0/24 | r1",
        "ip:192.0.2.17 | a1",
        "date:2026 | a1 r1",
        "date:2026-01..2026-09 | r1",
        "date:<2026 | p2 p1",
        "duration:4 | r1",
        "duration:5.. | ''",
        "cve:2026-9990101 | a1",
        "product:\"mail gateway\" severity:critical | a1",
        "kind:page gateway | p2 p1",
        "northgate nonsenseword | r1",
        "<script>alert(1)</script> | ''",
        "- | ''",
        "-kind:page | a1 r1",
      })
  void finds(String query, String ids) {
    assertThat(String.join(" ", found(query))).isEqualTo(ids);
  }

  @Test
  void bringingUpToDateEqualsMakingAnew() throws Exception {
    build(articles, folder.resolve("kept"));
    articles.remove(2);
    articles.set(
        0,
        Samples.page("new", "2025-06-01", "A new one", "It mentions the gateway and CVE-2026-1."));
    assertThat(build(articles, folder.resolve("kept")))
        .isEqualTo(build(articles, folder.resolve("anew")));
  }

  @Test
  void manyStepsLeadToTheSameAsOne() throws Exception {
    List<Article> library = new Corpus(11).articles(300);
    Random random = new Random(5);
    for (int step = 0; step < 12; step++) {
      List<Article> some = new ArrayList<>();
      library.forEach(a -> {
        if (random.nextInt(10) > 0) {
          some.add(a);
        }
      });
      assertThat(build(some, folder.resolve("kept")))
          .isEqualTo(build(some, folder.resolve("anew" + step)));
    }
  }

  @Test
  void anIndexThatIsNearEnoughIsNotWrittenAgain() throws Exception {
    List<Article> library = new Corpus(12).articles(300);
    Path kept = folder.resolve("kept");
    build(library.subList(0, 290), kept);
    Path index = kept.resolve("staff/scripts/inverted");
    byte[] first = Files.readAllBytes(index);
    for (int more = 291; more < 293; more++) {
      List<Article> some = library.subList(1, more);
      assertThat(build(some, kept)).isEqualTo(build(some, folder.resolve("anew" + more)));
      // From the list of scripts too.
      assertThat(build(some, kept)).isEqualTo(build(some, folder.resolve("anew" + more)));
      assertThat(Files.readAllBytes(index)).isEqualTo(more == 291 ? first : index(some));
    }
  }

  @Test
  void keysOfAnotherBuildCountForNothing() throws Exception {
    ExportCache cache = new ExportCache(folder);
    cache.keep(Map.of("digest", "key"));
    assertThat(new ExportCache(folder).keys()).isEqualTo(Map.of("digest", "key"));
    List<String> lines = new ArrayList<>(List.of("another build", "key digest"));
    lines.add(Keys.digest(String.join("\n", lines)));
    Files.write(folder.resolve("keys"), lines);
    assertThat(cache.keys()).isEmpty();
  }

  @Test
  void aKnownKeyIsNotMadeAgainAndAnUnknownOneIs() throws Exception {
    build(articles, folder);
    Path file = folder.resolve("staff/scripts/keys");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(articles.size() + 2);
    articles.set(0, Samples.page("new", "2025-06-01", "A new one", "It mentions the gateway."));
    assertThat(build(articles, folder)).isEqualTo(build(articles, folder.resolve("anew")));
    assertThat(Files.readAllLines(file)).hasSize(lines.size()).isNotEqualTo(lines);
  }

  private byte[] index(List<Article> articles) throws Exception {
    build(articles, folder.resolve("other"));
    return Files.readAllBytes(folder.resolve("other/staff/scripts/inverted"));
  }

  @Test
  void nothingIsMadeAgainOfAnEditionThatIsTheSame() throws Exception {
    SortedMap<String, String> whole = build(articles, folder);
    SortedMap<String, String> linked = new TreeMap<>();
    SiteWriter release =
        new SiteWriter() {
          @Override
          public void write(String path, byte[] content) {
            throw new AssertionError(path);
          }

          @Override
          public void write(String path, String inputs, Supplier<byte[]> content) {
            linked.put(path, inputs);
          }
        };
    SearchRenderer renderer =
        new SearchRenderer(
            folder,
            t -> {
              throw new AssertionError("rendered again");
            });
    renderer.render(Samples.edition(true, articles), release, new Problems());
    assertThat(linked.keySet()).isEqualTo(whole.keySet());
    assertThat(linked).doesNotContainValue("");
    assertThat(new TreeSet<>(linked.values())).hasSameSizeAs(linked.values());
  }

  @Test
  void theScriptsOfAKeptEditionCanBeMadeAgain() throws Exception {
    assertThat(build(articles, folder)).isEqualTo(build(articles, folder)).isNotEmpty();
  }

  @Test
  void whatIsKeptMayBeBroken() throws Exception {
    SortedMap<String, String> whole = build(articles, folder);
    for (String name : List.of("inverted", "scripts", "keys")) {
      Path file = folder.resolve("staff/scripts").resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      assertThat(build(articles, folder)).isEqualTo(whole);
      Files.write(file, bytes);
      List<Article> fewer = articles.subList(0, 3);
      assertThat(build(fewer, folder)).isEqualTo(build(fewer, folder.resolve("anew" + name)));
      assertThat(build(articles, folder)).isEqualTo(whole);
      Files.write(file, new byte[] {1, 2, 3});
      assertThat(build(articles, folder)).isEqualTo(whole);
    }
  }

  @Test
  void aBrokenIndexIsMadeAnew() throws Exception {
    List<Hit> hits = lucene();
    try (var files = Files.newDirectoryStream(folder.resolve("staff/lucene"), "_*")) {
      for (Path file : files) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThat(lucene()).isEqualTo(hits).isNotEmpty();
  }

  private List<Hit> lucene() {
    SearchRenderer renderer = new SearchRenderer(folder, MarkedText::markdown);
    try (SearchIndex index = renderer.open(Samples.edition(true, articles))) {
      return index.search("gateway", 10);
    }
  }

  @Test
  void anEmptyEditionHasAnIndexToo() throws Exception {
    assertThat(build(List.of(), folder)).containsKey("search/index.js");
    assertThat(build(articles, folder)).isEqualTo(build(articles, folder.resolve("anew")));
  }

  private static SortedMap<String, String> build(List<Article> articles, Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    Samples.export(Samples.edition(true, articles), folder)
        .forEach((p, b) -> files.put(p, new String(b, StandardCharsets.UTF_8)));
    return files;
  }

  @Test
  void termsCanBeReadBackFromTheScripts() {
    SortedMap<String, byte[]> files = Samples.export(Samples.edition(true, articles), folder);
    List<String> terms =
        ExportedTerms.paths(files.get(ExportedTerms.ROOT)).stream()
            .flatMap(path -> ExportedTerms.of(files.get(path)).stream())
            .toList();
    assertThat(terms)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("gateway", "cve-2026-9990101", "192.0.2.17", "site northgate");
  }
}
