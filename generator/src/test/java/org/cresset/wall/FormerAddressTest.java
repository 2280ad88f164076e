package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Former addresses lead to documents, in the editions that have these, and tell nothing else. */
class FormerAddressTest {
  @TempDir Path root;
  private Base base;

  @BeforeEach
  void settings() throws Exception {
    base = new Base(root);
    write(
        "cresset.yaml",
        "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\n"
            + "editions: {public: {readers: anyone}, staff: {readers: team}}\n");
  }

  @Test
  void aFormerAddressLeadsToTheDocumentUntilTheAliasGoes() throws Exception {
    write("pages/office/hours.md", page("Hours", "public", "hours, old/times, the old hours"));
    assertThat(build().status()).isZero();
    assertThat(Files.readString(root.resolve("site/public/hours/index.html")))
        .contains("content=\"0; url=../office/hours/index.html\"")
        .contains("<a href=\"../office/hours/index.html\">Hours</a>")
        .contains("<link rel=\"canonical\" href=\"https://example.org/office/hours/\">")
        .contains("noindex");
    assertThat(Files.readString(root.resolve("site/public/old/times/index.html")))
        .contains("url=../../office/hours/index.html");
    assertThat(manifest("public")).contains("  hours/index.html", "  old/times/index.html");
    assertThat(Files.readString(root.resolve("site/public/sitemap.xml"))).doesNotContain("times");

    write("pages/office/hours.md", page("When we are there", "public", "hours"));
    assertThat(build().status()).isZero();
    assertThat(Files.readString(root.resolve("site/public/hours/index.html")))
        .contains("When we are there");
    assertThat(manifest("public")).contains("release: 2").doesNotContain("old/times");
    assertThat(root.resolve("site/public/old/times/index.html")).doesNotExist();
  }

  @Test
  void whatAnEditionMayNotHaveNeitherLeadsNorStandsInTheWay() throws Exception {
    write("pages/a.md", page("Open", "public", "one, two, three"));
    write("pages/b.md", page("Closed", "private\nonly: []", "two, four"));
    write("pages/three.md", page("Closed as well", "private\nonly: []", "five"));
    Base.Said said = build();
    assertThat(said.out()).doesNotContain("alias", "three");
    assertThat(manifest("public"))
        .contains("  one/index.html", "  two/index.html", "  three/index.html")
        .doesNotContain("four", "five");
    assertThat(Files.readString(root.resolve("site/public/three/index.html")))
        .contains("url=../a/index.html");

    assertThat(base.cresset("check").out())
        .contains("pages/a.md:4:1: warning[alias-shared]", "'two'")
        .contains(
            "warning[alias-taken]: the alias 'three', which is the id of content/pages/three");
    base.cresset("build", "--worktree", "--edition", "staff");
    assertThat(manifest("staff"))
        .contains("  one/index.html", "  four/index.html")
        .doesNotContain("  two/index.html");
    assertThat(Files.readString(root.resolve("site/staff/three/index.html")))
        .contains("Closed as well")
        .doesNotContain("refresh");
  }

  @Test
  void aPageThatOnlyLedElsewhereWasNoDocument() throws Exception {
    write("pages/a.md", page("Open", "public", "old"));
    assertThat(build().status()).isZero();
    write("pages/sub/old.md", "no front matter\n");
    write("pages/old.md", "no front matter either\n");
    write("pages/a.md", page("Changed", "public", "old"));
    build();
    assertThat(manifest("public")).contains("release: 2", "  old/index.html");
  }

  @Test
  void aReportMayBeCalledAsAListIs() throws Exception {
    StringBuilder software = new StringBuilder("Product 0");
    for (int i = 1; i < 25; i++) {
      software.append(", Product ").append(i);
    }
    write(
        "reports/software.md",
        "---\ntitle: Case\nclassification: private\nonly: []\nstatus: open\nseverity: low\n"
            + "controller: duty\ntriage: {category: incident}\nlogged: 2026-10-01T00:00Z\n"
            + "chronology: [{at: 2026-10-01T00:00Z, event: Told., basis: observation}]\n"
            + "software: ["
            + software
            + "]\n---\nText.\n");
    Base.Said said = base.cresset("build", "--worktree", "--edition", "staff");
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(manifest("staff"))
        .contains("  reports/software/index.html", "  reports/software/all+/index.html");
    assertThat(Files.readString(root.resolve("site/staff/reports/index.html")))
        .contains("href=\"software/all+/index.html\"");
    assertThat(Files.readString(root.resolve("site/staff/reports/software/index.html")))
        .contains("Case", "Text.");
  }

  private Base.Said build() {
    return base.cresset("build", "--worktree", "--edition", "public");
  }

  private String manifest(String edition) throws Exception {
    return Files.readString(root.resolve("site/" + edition + "/SHA256SUMS"));
  }

  private static String page(String title, String classification, String aliases) {
    return "---\ntitle: "
        + title
        + "\nclassification: "
        + classification
        + "\naliases: ["
        + aliases
        + "]\n---\nText.\n";
  }

  private void write(String path, String text) throws Exception {
    base.files(new TreeMap<>(Map.of("content/" + path, text.getBytes(StandardCharsets.UTF_8))));
  }
}
