package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways in which an author's slip once showed what a fence or another document kept. */
class CornersTest {
  @TempDir Path root;

  @Test
  void attachmentsOfADocumentBelowAreNotThoseOfTheOneAbove() throws Exception {
    Base.Said said =
        build(
            Map.of(
                "pages/top/index.md", page("public", "See [a list](case/list.txt)."),
                "pages/listed/index.md",
                    page("public\nattachments: [{file: case/list.txt, title: A list}]", "Text."),
                "pages/top/case/index.md", page("private\nonly: []", "[a list](list.txt)"),
                "pages/listed/case/index.md", page("private\nonly: []", "[a list](list.txt)"),
                "pages/top/case/list.txt", "canary",
                "pages/listed/case/list.txt", "canary"));
    assertThat(said.out()).contains("pages/top: error[link-dangling]", "error[attachment-missing]");
    assertThat(shown()).noneMatch(text -> text.contains("canary"));
  }

  @Test
  void fencesHoldWhateverEndsTheLines() throws Exception {
    Base.Said said =
        build(
            Map.of(
                "advisories/returns.md",
                    advisory("\"a\\rb\\rc\\rd\\re\\n\\n::: sensitive\\ncanary\\n:::\\n\\nEnd.\""),
                "advisories/folded.md",
                    advisory(">\n      It stops.\n      ::: sensitive\n      canary\n      :::"),
                "pages/separated.md",
                    page("public", "x\n\n::: sensitive\u2028\ncanary\n:::\u2028\n\nEnd."),
                "pages/hard.md",
                    page("public", "x\n\n\u00a0::: sensitive\ncanary\n\u00a0:::\n\nEnd.")));
    assertThat(said.out())
        .contains("advisories/folded: error[fence-malformed]: a fence in 'impact' whose lines")
        .contains("pages/hard: error[fence-malformed]");
    assertThat(shown())
        .anyMatch(text -> text.contains("Unplug returns"))
        .noneMatch(text -> text.contains("canary"));
  }

  @Test
  void aPrivateDocumentOfTheSameIdHidesNoPublicOne() throws Exception {
    Base.Said said =
        build(
            Map.of(
                "policies/a/hours.md", policy("private\nonly: []"),
                "policies/b/hours.md", policy("public"),
                "pages/about.md", page("public", "[Our hours](../policies/b/hours.md)")));
    assertThat(said.status()).as(said.out()).isZero();
    assertThat(root.resolve("site/public/policies/hours/index.html")).exists();
    assertThat(root.resolve("site/public/about/index.html")).exists();
  }

  @Test
  void valuesThatAreTooLongForPatternsStopNobodyElse() throws Exception {
    String label = "a.".repeat(8000);
    Base.Said said =
        build(
            Map.of(
                "advisories/vector.md",
                    advisory(
                        "It stops.\nvulnerabilities: [{cve: CVE-2026-12345, cvss: ['CVSS:3.1/"
                            + "AV:N/".repeat(3000)
                            + "AC:L']}]"),
                "advisories/platform.md",
                    advisory("It stops.")
                        .replace(
                            "fixed: none",
                            "fixed: none, cpe: 'cpe:2.3:a:"
                                + ":a".repeat(450)
                                + "\\:".repeat(5000)
                                + "'"),
                "pages/names.md",
                    page("public", "hxxp://" + label + "example\na[@]" + label + "example"),
                "pages/headings.md", page("public", "# Same\n\n".repeat(30_000)),
                "pages/alias.md", page("public\naliases: ['" + "a/".repeat(600) + "a']", "Text."),
                "pages/about.md", page("public", "Text.")));
    assertThat(said.status()).as(said.err()).isEqualTo(1);
    assertThat(said.out())
        .contains("advisories/vector: error[value-invalid]", "advisories/platform: error[value-i");
    assertThat(root.resolve("site/public/about/index.html")).exists();
    assertThat(root.resolve("site/public/names/index.html")).exists();
    assertThat(root.resolve("site/public/headings/index.html")).content().contains("same-30000");
  }

  @Test
  void aLongFileOfThePastIsLookedThrough() throws Exception {
    String settings = "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\n";
    Base base =
        new Base(root)
            .commits(
                List.of(
                    Optional.of(
                        new TreeMap<>(
                            Map.of(
                                "content/cresset.yaml", bytes(settings),
                                "content/pages/long.md",
                                    bytes("---\n" + "a: b\n".repeat(60_000) + "highly-sensitive"),
                                "content/pages/plain.md",
                                    bytes(
                                        "---\ntitle: x\nclassification: 'highly-sensitive'\n---\n"),
                                "content/pages/fence.md",
                                    bytes("---\n---\n::: highly-sensitive\n:::\n"),
                                "content/pages/word.md",
                                    bytes("---\n---\nclassification: highly-sensitive\n")))),
                    Optional.of(new TreeMap<>(Map.of("content/cresset.yaml", bytes(settings))))));
    Base.Said said = base.cresset("check");
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("pages/plain.md: warning[highly", "pages/fence.md: warning[highly")
        .doesNotContain("long.md", "word.md");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatAnIdTellsIsSaidToTheTeamAlone() throws Exception {
    Base.Said said =
        build(
            Map.of(
                "constituents/kelpie.yaml",
                "name: Kelpie Valley Hospital\n",
                "pages/kelpie-visit.md",
                page("public", "Text.")));
    assertThat(said.out())
        .contains("pages/kelpie-visit: error[disclosure-name]: a text that its readers may not")
        .doesNotContain("id-tells", "site,");
    assertThat(root.resolve("site/public/kelpie-visit")).doesNotExist();
    assertThat(new Base(root).cresset("check").out()).contains("which tells 'kelpie'");
  }

  private Base.Said build(Map<String, String> files) throws Exception {
    Base base = new Base(root);
    write(
        "cresset.yaml",
        "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(file.getKey(), file.getValue());
    }
    return base.cresset("build", "--worktree", "--edition", "public");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve("content").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Stream<String> shown() throws IOException {
    return Files.walk(root.resolve("site/public").toRealPath())
        .filter(Files::isRegularFile)
        .map(CornersTest::read);
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page(String classification, String text) {
    return "---\ntitle: A page\nclassification: " + classification + "\n---\n" + text + "\n";
  }

  private static String policy(String classification) {
    return "---\ntitle: Hours\nstatus: approved\napproved_by: head\napproved_on: 2026-10-01\neffective_from: 2026-10-01\nreview_on: 2027-10-01\nclassification: "
        + classification
        + "\n---\nAll.\n";
  }

  private static String advisory(String impact) {
    return """
    ---
    title: Unplug %s
    classification: public
    status: final
    action: Unplug it.
    severity: high
    exploitation: none_known
    products: [{product_name: Gateway, affected: "*", fixed: none}]
    solutions:
      - workaround: Unplug it.
        impact: %s
    ---
    Text.
    """
        .replaceFirst("%s", impact.startsWith(">") ? "folded" : "returns")
        .replace("%s", impact);
  }
}
