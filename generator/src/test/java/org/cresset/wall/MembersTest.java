package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cresset.Collector;
import org.cresset.Explaining;
import org.cresset.Previewing;
import org.cresset.Workspace;
import org.cresset.gate.Explanation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Editions of constituents, partners and vendors: each word of the collection is in exactly those
 * that may have it, and {@code explain} says so.
 */
class MembersTest {
  @TempDir static Path root;
  private static final Instant EARLY = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-12-01T00:00:00Z");

  @BeforeAll
  static void write() throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    put(
        files,
        "cresset.yaml",
        """
        team: {name: A, email: a@example.org}
        site: {url: https://example.org/}
        editions:
          public: {readers: anyone}
          staff: {readers: team}
          constituents: {readers: each constituent, sealed: true}
          partners: {readers: each partner, sealed: true}
          vendors: {readers: each vendor, sealed: true}
        groups: {medical: [kelpie, northgate]}
        """);
    String people =
        "contacts: [{name: a, openpgp: 0123456789ABCDEF0123456789ABCDEF01234567}, {name: b}]\n"
            + "verified_on: 2026-09-01\n";
    put(
        files,
        "constituents/northgate.yaml",
        "name: N\nsoftware: [{product_name: Gateway, version: 4.1}]\n" + people);
    put(files, "constituents/kelpie.yaml", "name: K\n" + people);
    put(
        files,
        "constituents/lowtide.yaml",
        "name: L\ndelivery: {form: plain, agreed_by: x, agreed_on: 2026-09-01}\n" + people);
    put(files, "constituents/ridge.yaml", "name: R\ntype: partner\n" + people);
    put(files, "constituents/maker.yaml", "name: M\ntype: vendor\n" + people);
    put(files, "pages/about.md", page("public", "word-open\n\n::: private northgate\nword-n\n:::"));
    put(files, "pages/other.md", page("public", "word-elsewhere"));
    put(
        files,
        "pages/letter.md",
        page("private\nonly: [northgate]", "word-letter [see](other.md) and [about](about.md)"));
    put(files, "pages/tide.md", page("private\nonly: [lowtide]", "word-tide"));
    put(
        files,
        "pages/clinics.md",
        page(
            "sensitive\nonly: [\"@medical\", lowtide]",
            "word-clinics\n\n::: sensitive kelpie\nword-k\n:::"));
    put(files, "pages/makers.md", page("sensitive\nonly: [\"@vendors\"]", "word-makers"));
    put(files, "pages/inside.md", page("private\nonly: []", "word-inside"));
    put(
        files,
        "pages/draft.md",
        page("public\nstatus: draft\npreview_to: [ridge, lowtide]", "word-draft"));
    put(
        files,
        "pages/embargo.md",
        page("public\nembargo_until: 2026-11-01T00:00Z\npreview_to: [maker]", "word-embargo"));
    put(
        files,
        "advisories/k7f3.md",
        """
        ---
        title: Gateway runs code
        classification: public
        status: final
        action: Patch.
        severity: high
        exploitation: none_known
        initial_release_date: 2026-09-01T00:00Z
        products: [{product_name: Gateway, affected: "<4.2", fixed: 4.2}]
        solutions: [{vendor_fix: Update., impact: None.}]
        ---
        word-advisory
        """);
    new Base(root).files(files);
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put("content/" + path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String page(String classification, String text) {
    return "---\ntitle: A page\nclassification: " + classification + "\n---\n" + text + "\n";
  }

  @ParameterizedTest
  @CsvSource({
    "public,    open elsewhere advisory",
    "staff,     open n elsewhere letter tide clinics k makers inside draft embargo advisory",
    "northgate, open n letter clinics",
    "kelpie,    clinics k",
    "lowtide,   tide",
    "ridge,     draft",
    "maker,     makers embargo",
  })
  void everyWordIsWhereItMayBe(String edition, String words) {
    assertThat(words(edition, EARLY)).containsExactlyInAnyOrder(words.split(" "));
    assertThat(explained(edition)).isEqualTo(pages(edition, EARLY));
  }

  @Test
  void embargoEndsByItself() {
    assertThat(words("public", LATE)).contains("embargo").doesNotContain("draft");
    assertThat(words("maker", LATE)).containsExactly("makers");
  }

  @Test
  void linksLeadToThePublicSiteAndMembershipIsNotShown() {
    Map<String, String> files = files("northgate", EARLY);
    assertThat(files.get("letter/index.html"))
        .contains("<a href=\"https://example.org/other/\"", "<a href=\"../about/index.html\"");
    assertThat(files.get("index.html"))
        .contains("https://example.org/advisories/2026/k7f3/")
        .contains(
            "Gateway 4.1: the same product name; version 4.1 is in the affected range &lt;4.2");
    assertThat(String.join("\n", files.values())).doesNotContain("kelpie", "lowtide", "medical");
    assertThat(files("kelpie", EARLY).get("index.html")).doesNotContain("k7f3");
  }

  @Test
  void whatIsGivenBeforeItsReleaseIsMarkedSo() {
    assertThat(files("maker", EARLY).get("embargo/index.html"))
        .contains("TLP:AMBER+STRICT", "do not pass it on")
        .doesNotContain("TLP:CLEAR", "2026-11-01");
  }

  private static List<String> words(String edition, Instant asOf) {
    return files(edition, asOf).entrySet().stream()
        .filter(f -> f.getKey().endsWith("/index.html"))
        .flatMap(f -> Pattern.compile("word-([a-z]+)").matcher(f.getValue()).results())
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  private static List<String> pages(String edition, Instant asOf) {
    return files(edition, asOf).entrySet().stream()
        .filter(f -> f.getValue().contains("word-"))
        .map(Map.Entry::getKey)
        .filter(f -> f.endsWith("/index.html"))
        .map(f -> f.replaceFirst(".*?([a-z0-9]+)/index.html", "$1"))
        .sorted()
        .toList();
  }

  private static List<String> explained(String edition) {
    return List.of(
            "about", "clinics", "draft", "embargo", "inside", "k7f3", "letter", "makers", "other",
            "tide")
        .stream()
        .filter(id -> explain(id, edition).shown())
        .sorted()
        .toList();
  }

  @Test
  void explainsPassagesAndReasons() {
    assertThat(explain("about", "kelpie").why()).contains("public site");
    assertThat(explain("clinics", "lowtide").why()).contains("only sealed");
    assertThat(explain("draft", "maker").why()).contains("preview_to does not name maker");
    Explanation clinics = explain("clinics", "northgate");
    assertThat(clinics.shown()).isTrue();
    assertThat(clinics.parts())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.what()).isEqualTo("passage");
          assertThat(p.shown()).isFalse();
          assertThat(p.line()).isEqualTo(8);
          assertThat(p.why()).contains("for kelpie", "not for northgate");
        });
    Base.Said said =
        new Base(root).cresset("explain", "clinics", "--edition", "constituents", "--json");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("\"edition\" : \"kelpie\"", "\"edition\" : \"lowtide\"");
  }

  private static Explanation explain(String id, String edition) {
    return new Explaining(Workspace.of(root))
        .explain(id, edition, new Collector.AsTheyLie(), EARLY)
        .getFirst()
        .explanation();
  }

  private static Map<String, String> files(String edition, Instant asOf) {
    return new Previewing(Workspace.of(root), () -> asOf)
        .editions(edition).make().apply(edition).files().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, f -> text(f.getValue())));
  }

  private static String text(Supplier<byte[]> content) {
    return new String(content.get(), StandardCharsets.UTF_8);
  }
}
