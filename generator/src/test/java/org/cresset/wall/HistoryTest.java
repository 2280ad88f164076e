package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cresset.testkit.GitFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cresset history}: what each edition may know of a document's versions, and no more. */
class HistoryTest {
  @TempDir Path root;
  private Base base;
  private GitFixture git;

  @BeforeEach
  void versions() throws Exception {
    base = new Base(root);
    git = GitFixture.init(root);
    git.write(".gitignore", "/.cresset/\n/site/\n")
        .write(
            "content/cresset.yaml",
            "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\n"
                + "editions: {public: {readers: anyone}, staff: {readers: team}}\n");
    policy("access", "public", 1, "We are open.\n\n::: private\nKeys lie in the blue box.\n:::");
    git.commit("The first text");
    assertThat(base.cresset("build").status()).isZero();
    policy(
        "access",
        "public",
        2,
        "We are open at noon.\n\n::: private\nKeys lie in the red box.\n:::");
    git.commit("A slip");
    policy(
        "access",
        "public",
        3,
        "We are open at night.\n\n::: private\nKeys lie in the red box.\n:::");
    policy("vault", "private", 1, "For us alone.");
    git.commit("Hours, \u001b[31mred");
  }

  @Test
  void versionsAndForTheTeamCommits() {
    String staff = out("access");
    assertThat(staff.lines().map(l -> l.replaceAll("[0-9a-f]{12}", "ID")))
        .containsExactly(
            "policies/access in the edition staff: access",
            "  version 3  2026-10-03T00:00:00Z  Change 3",
            "  version 2  2026-10-02T00:00:00Z  Change 2",
            "  version 1  2026-10-01T00:00:00Z  Change 1",
            "  commit ID  2026-10-01T00:08:00Z  duty  version 3  Hours, <U+001B>[31mred",
            "  commit ID  2026-10-01T00:05:00Z  duty  version 2  A slip",
            "  commit ID  2026-10-01T00:02:00Z  duty  version 1  The first text");
    assertThat(staff).contains(git.git("rev-parse", "HEAD").substring(0, 12));
    assertThat(out("access", "--edition", "public").lines())
        .containsExactly(
            "policies/access in the edition public: access",
            "  version 3  2026-10-03T00:00:00Z  Change 3",
            "  version 2  2026-10-02T00:00:00Z  Change 2 (its text was not shown)",
            "  version 1  2026-10-01T00:00:00Z  Change 1");
    assertThat(out("access", "--edition", "public", "--json"))
        .contains("\"commits\" : [ ]", "\"text\" : false")
        .doesNotContain("duty", "slip");
  }

  @Test
  void wordsAreComparedAsThatReaderSeesThem() {
    assertThat(out("access", "--diff", "1", "3").lines())
        .containsExactly(
            "policies/access in the edition staff, from version 1 to 3: 2 passages",
            "  We are [-open.-] {+open at night.+}",
            "  Keys lie in the [-blue-] {+red+} box.");
    assertThat(out("access", "--diff", "1", "3", "--edition", "public"))
        .contains("We are [-open.-] {+open at night.+}")
        .doesNotContain("Keys", "box", "noon");
    assertThat(out("access", "--diff", "1", "3", "--edition", "public", "--json"))
        .contains("\"fate\" : \"removed\"", "\"text\" : \"open at night.\"")
        .doesNotContain("Keys");
    assertThat(out("access", "--diff", "3", "2", "--color", "always"))
        .contains("We are open at \u001b[31m[-night.-]\u001b[0m \u001b[32m{+noon.+}\u001b[0m");
  }

  @Test
  void aTextThatWasNeverShownIsNamedButNotGiven() {
    Base.Said said = base.cresset("history", "access", "--edition", "public", "--diff", "1", "2");
    assertThat(said.status()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .contains("the edition public has shown no text of version 2", "there are 1, 3")
        .doesNotContain("noon");
    assertThat(base.cresset("history", "access", "--diff", "1", "2", "--diff", "2", "3").err())
        .contains("--diff is there more than once");
    assertThat(base.cresset("history", "access", "--diff", "1", "7").err())
        .contains("access has no version 7", "there are 1, 2, 3");
  }

  @Test
  void whatAnEditionMayNotHaveIsAnsweredAsIfItWereNot() {
    assertThat(out("vault")).contains("policies/vault in the edition staff");
    for (String more : new String[] {"--json", "--quiet"}) {
      for (String prefix : new String[] {"", "policies/"}) {
        Base.Said withheld = base.cresset("history", prefix + "vault", "--edition", "public", more);
        Base.Said unused = base.cresset("history", prefix + "vaulx", "--edition", "public", more);
        assertThat(withheld.status()).isEqualTo(2);
        assertThat(new Base.Said(withheld.status(), withheld.out(), withheld.err()))
            .isEqualTo(
                new Base.Said(
                    unused.status(), unused.out(), unused.err().replace("vaulx", "vault")));
      }
    }
  }

  @Test
  void aWithheldDocumentOfTheSameIdDoesNotMakeAnIdAmbiguous() throws Exception {
    git.write(
        "content/pages/access.md", "---\ntitle: X\nclassification: private\nonly: []\n---\nNo.\n");
    git.commit("A namesake");
    assertThat(out("access", "--edition", "public")).contains("policies/access");
    assertThat(base.cresset("history", "access").err()).contains("several documents 'access'");
  }

  @Test
  void commitsFromWhenItWasForOthersAreNotTold() throws Exception {
    policy("late", "classified", 1, "For nobody here.");
    git.commit("Before it was ours");
    policy("late", "private", 1, "For us.");
    String now = git.commit("Ours");
    assertThat(out("late")).contains(now.substring(0, 12)).doesNotContain("Before it was ours");
    policy("late", "private", 2, "For us, as it lies.");
    assertThat(out("late")).doesNotContain("version 2");
    assertThat(out("late", "--worktree")).contains("version 2  2026-10-02");
    assertThat(base.cresset("history", "late", "--rev", "HEAD~1").status()).isEqualTo(2);
  }

  private String out(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "history";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Base.Said said = base.cresset(all);
    assertThat(said.status()).as(said.err()).isZero();
    return said.out();
  }

  private void policy(String id, String classification, int version, String text) throws Exception {
    StringBuilder history = new StringBuilder();
    for (int i = 1; i <= version; i++) {
      history.append("  - {number: ").append(i).append(", date: 2026-10-0").append(i);
      history.append("T00:00Z, summary: Change ").append(i).append("}\n");
    }
    git.write(
        "content/policies/" + id + ".md",
        "---\ntitle: "
            + id
            + "\nclassification: "
            + classification
            + "\n"
            + (classification.equals("public") ? "" : "only: []\n")
            + "type: policy\nstatus: approved\napproved_by: The board\napproved_on: 2026-09-01\n"
            + "effective_from: 2026-10-01\nreview_on: 2027-10-01\nversion: "
            + version
            + "\nrevision_history:\n"
            + history
            + "---\n"
            + text
            + "\n");
  }
}
