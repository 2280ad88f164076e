package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault stops only what it touches, and never a withdrawal. */
class VerdictTest {
  @TempDir Path root;
  private Base base;

  @BeforeEach
  void released() throws Exception {
    base = new Base(root);
    write(
        "cresset.yaml",
        "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\n");
    write("pages/about.md", page("public", "We answer."));
    write("pages/hours.md", page("public", "At all hours."));
    write("pages/inside.md", page("private\nonly: []", "For us."));
    base.run("git", "init", "-q", "-b", "main");
    commit();
    assertThat(base.cresset("build", "--quiet").status()).isZero();
  }

  @Test
  void faultInPrivateTextStopsNothingPublic() throws Exception {
    write("pages/inside.md", page("private\nonly: []\nnonsense: 1", "For us."));
    write("pages/about.md", page("public", "We answer sooner."));
    commit();
    Base.Said said = base.cresset("build", "--edition", "public");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("public: release 2").doesNotContain("nonsense", "inside");
    assertThat(shown("about")).hasValueSatisfying(s -> assertThat(s).contains("sooner"));
    assertThat(base.cresset("build").status()).isEqualTo(1);
  }

  @Test
  void newFaultyDocumentIsLeftOutAndReported() throws Exception {
    write("pages/fresh.md", page("public\nnonsense: 1", "New."));
    write("pages/about.md", page("public", "We answer sooner."));
    commit();
    Base.Said said = base.cresset("build", "--edition", "public");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("pages/fresh: error[key-unknown]").contains("release 2");
    assertThat(shown("fresh")).isEmpty();
    assertThat(shown("about")).hasValueSatisfying(s -> assertThat(s).contains("sooner"));
  }

  @Test
  void releasedDocumentBrokenLaterHoldsTheEditionBack() throws Exception {
    write("pages/hours.md", page("public\nnonsense: 1", "At all hours."));
    write("pages/about.md", page("public", "We answer sooner."));
    commit();
    heldBack();
  }

  @Test
  void releasedDocumentThatCannotBeReadHoldsTheEditionBack() throws Exception {
    write("pages/hours.md", "no front matter at all\n");
    write("pages/about.md", page("public", "We answer sooner."));
    commit();
    heldBack();
  }

  private void heldBack() throws Exception {
    Base.Said said = base.cresset("build", "--edition", "public");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("public: held back", "pages/hours");
    assertThat(shown("about")).hasValueSatisfying(s -> assertThat(s).doesNotContain("sooner"));
    assertThat(shown("hours")).isPresent();
  }

  @Test
  void withdrawalGoesThroughWhateverElseIsWrongWithIt() throws Exception {
    String advisory =
        "---\ntitle: Mail gateway\nclassification: public\nstatus: %s\naction: Block it.\n%s---\nText.\n";
    write("advisories/k7f3.md", advisory.replaceFirst("%s", "final").replaceFirst("%s", ""));
    commit();
    assertThat(base.cresset("build", "--edition", "public").status()).isZero();
    String withdrawn =
        "nonsense: 1\nwithdrawn: {date: 2026-11-01T00:00Z, reason: It was a mistake.}\n"
            + "revision_history:\n  - {number: 1, date: 2026-10-02T00:00Z, summary: First.}\n"
            + "  - {number: 2, date: 2026-11-01T00:00Z, summary: Withdrawn.}\n";
    write(
        "advisories/k7f3.md",
        advisory.replaceFirst("%s", "withdrawn").replaceFirst("%s", withdrawn));
    commit();
    Base.Said said = base.cresset("build", "--edition", "public");
    assertThat(said.out()).contains("release 3", "nonsense");
    assertThat(shown("advisories/2026/k7f3"))
        .hasValueSatisfying(s -> assertThat(s).contains("It was a mistake."));
  }

  @Test
  void narrowingGoesThrough() throws Exception {
    write("pages/hours.md", page("private\nonly: []\nnonsense: 1", "At all hours."));
    commit();
    Base.Said said = base.cresset("build", "--edition", "public");
    assertThat(said.status()).isZero();
    assertThat(shown("hours")).isEmpty();
  }

  @Test
  void emergencyReleaseWhileAllElseIsBroken() throws Exception {
    write("pages/about.md", "broken\n");
    write("pages/hours.md", page("public\nnonsense: 1", "Never."));
    write("pages/alarm.md", page("public", "Unplug it now."));
    commit();
    Base.Said said = base.cresset("release", "alarm", "--edition", "public");
    assertThat(said.status()).as(said.toString()).isZero();
    assertThat(shown("alarm")).isPresent();
    assertThat(shown("hours"))
        .hasValueSatisfying(s -> assertThat(s).contains("At all hours.").doesNotContain("Never."));
  }

  @Test
  void whatIsNamedAsAProductOrAnAliasWasNeverReleasedForThat() throws Exception {
    String advisory =
        """
        ---
        title: T
        classification: public
        status: final
        aliases: [beacon]
        action: Update.
        severity: high
        exploitation: none_known
        initial_release_date: 2026-09-01T00:00Z
        revision_history: [{number: 1, date: 2026-09-01T00:00Z, summary: First.}]
        products: [{product_name: ledger, affected: "*", fixed: none}]
        solutions: [{category: workaround, details: Stop it., impact: It stands still.}]
        ---
        Text.
        """;
    write("advisories/2026/k7f3.md", advisory);
    commit();
    assertThat(base.cresset("build", "--edition", "public").status()).isZero();
    assertThat(shown("advisories/product/ledger")).isPresent();
    assertThat(shown("advisories/2026/beacon")).isPresent();
    for (String id : List.of("ledger", "beacon")) {
      write("advisories/2026/" + id + ".md", page("nonsense", "A secret."));
    }
    write("advisories/2026/k7f3.md", advisory.replace("beacon", "lantern"));
    write("pages/about.md", page("public", "We answer sooner."));
    commit();
    Base.Said said = base.cresset("build", "--edition", "public");
    assertThat(said.out()).contains("public: release 3").doesNotContain("nonsense");
    assertThat(shown("about")).hasValueSatisfying(s -> assertThat(s).contains("sooner"));
  }

  private static String page(String classification, String text) {
    return "---\ntitle: A page\nclassification: " + classification + "\n---\n" + text + "\n";
  }

  private void write(String path, String text) throws Exception {
    base.files(new TreeMap<>(Map.of("content/" + path, text.getBytes(StandardCharsets.UTF_8))));
  }

  private void commit() {
    base.run("git", "add", "content");
    base.run(
        "git",
        "-c",
        "user.name=duty",
        "-c",
        "user.email=duty@example.org",
        "commit",
        "-q",
        "-m",
        "x",
        "--date",
        "2026-10-02T00:00:00Z");
  }

  private Optional<String> shown(String page) throws Exception {
    Path file = root.resolve("site/public/" + page + "/index.html");
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }
}
