package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.cresset.Previewing;
import org.cresset.Workspace;
import org.cresset.preview.PreviewState;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit would break is said before it, to the author and to the hook. */
class BeforeCommitTest {
  private static final String POLICY = "content/policies/backup.md";

  @TempDir private Path folder;
  private KnowledgeBase base;
  private GitFixture git;

  @BeforeEach
  void aReleasedPolicy() throws Exception {
    Tool.GIT.require();
    base = KnowledgeBase.in(folder.toRealPath());
    git = GitFixture.init(base.root());
    base.write(".gitignore", "/.cresset/\n");
    policy("Backups are encrypted.");
    git.commit("Approved");
  }

  private void policy(String body) throws Exception {
    base.write(
        POLICY,
        """
        ---
        title: Backups
        classification: public
        status: approved
        approved_by: Head of the team
        approved_on: 2026-03-02
        effective_from: 2026-04-01
        review_on: 2027-04-01
        ---
        """
            + body
            + "\n");
  }

  @Test
  void aChangeUnderTheSameVersionIsSeenAsItLies() throws Exception {
    assertThat(base.run("check").text()).isEqualTo("no problems");
    policy("Backups are checked.");
    assertThat(base.run("check").text())
        .contains("error[version-unchanged]", "'Backups are encrypted.' became");
    assertThat(base.run("check", "--staged").text()).isEqualTo("no problems");
    git.git("add", "-A");
    assertThat(base.run("check", "--staged").text()).contains("error[version-unchanged]");
    assertThat(base.run("revise", "backup", "Checked, too").status()).isZero();
    assertThat(base.run("check").text()).isEqualTo("no problems");
  }

  @Test
  void thePreviewShowsItAllTheSame() throws Exception {
    policy("Backups are checked.");
    PreviewState state =
        new Previewing(Workspace.of(base.root()), () -> KnowledgeBase.NOW)
            .editions("public")
            .make()
            .apply("public");
    assertThat(state.problems()).extracting(Problem::code).containsExactly(Code.VERSION_UNCHANGED);
    assertThat(page(state, "policies/backup/index.html")).contains("Backups are checked.");
    assertThat(page(state, "404.html"))
        .contains("=\"/assets/css/site.css\"")
        .doesNotContain("=\"https://csirt.example.org");
  }

  private static String page(PreviewState state, String path) {
    return new String(state.files().get(path).get(), StandardCharsets.UTF_8);
  }

  @Test
  void frontMatterThatReadersSeeIsPartOfTheVersion() throws Exception {
    String approved = Files.readString(base.root().resolve(POLICY));
    base.write(POLICY, approved.replace("status: approved", "status: retired"));
    assertThat(base.run("check").text())
        .contains(
            "error[version-unchanged]", "but 'status', from 'approved' to 'retired', changed");
    base.write(POLICY, approved.replace("review_on", "lang: en\nreview_on"));
    assertThat(base.run("check").text())
        .contains("error[version-unchanged]", "but 'lang', from nothing to 'en',");
    base.write(POLICY, approved.replace("review_on", "origin: {from: A team}\nreview_on"));
    assertThat(base.run("check").text()).isEqualTo("no problems");
  }

  @Test
  void whatTheTeamAloneMayKnowOfChangesNoVersion() throws Exception {
    Files.delete(base.root().resolve(POLICY));
    String page = "content/policies/backup/index.md";
    base.write("content/policies/backup/a.csv", "a\n")
        .write("content/policies/backup/b.csv", "b\n");
    attached(page, "attachments: [{file: a.csv, title: A}]");
    git.commit("Approved, with a table");
    String mine = "{file: b.csv, title: Victim Acme list, classification: private, only: []}";
    attached(page, "attachments: [{file: a.csv, title: A}, " + mine + "]");
    git.commit("A list for us");
    KnowledgeBase.Said said = base.run("build", "--edition", "public");
    assertThat(said.text()).doesNotContain("version-unchanged", "Acme");
    assertThat(said.status()).isZero();
    attached(
        page, "attachments: [{file: a.csv, title: B}, " + mine + "]\nsupersedes: [acme-breach]");
    assertThat(base.run("build", "--worktree", "--edition", "public").text())
        .contains("but 'attachments' changed")
        .doesNotContain("Acme", "acme");
    attached(page, "attachments: [{file: a.csv, title: A}]\nsupersedes: [acme-breach]");
    assertThat(base.run("build", "--worktree", "--edition", "public").text())
        .contains("but 'supersedes' changed")
        .doesNotContain("acme");
    assertThat(base.run("check").text())
        .contains("but 'supersedes', from nothing to ['acme-breach'], changed");
  }

  private void attached(String page, String front) throws Exception {
    policy("Backups are encrypted.");
    Path flat = base.root().resolve(POLICY);
    base.write(page, Files.readString(flat).replace("review_on", front + "\nreview_on"));
    Files.delete(flat);
  }

  @Test
  void theMarksOfAMergeAreNoText() throws Exception {
    policy("Backups are encrypted.\n\n<<<<<<< HEAD\nBy us.\n=======\nBy them.\n>>>>>>> other");
    assertThat(base.run("check").text())
        .startsWith(POLICY + ":12:1: error[source-unmerged]: the marks of a merge")
        .contains("    <<<<<<< HEAD\n")
        .endsWith("1 error");
    base.write(POLICY, "---\ntitle: A\n<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> other\n---\n");
    assertThat(base.run("check").text())
        .startsWith(POLICY + ":3:1: error[source-unmerged]")
        .endsWith("1 error");
  }

  @Test
  void theHookLooksAtTheIndexOfItsCommit() throws Exception {
    Path hook = base.root().resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ncp \"$GIT_INDEX_FILE\" .git/then\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    policy("Backups are checked.");
    List<String> commit = List.of("git", "commit", "--quiet", "--all", "--message", "Change");
    assertThat(Tool.run(base.root(), Map.of(), commit).status()).isEqualTo(1);
    KnowledgeBase.Said said = base.run(Map.of("GIT_INDEX_FILE", ".git/then"), "check", "--staged");
    assertThat(said.text()).contains("error[version-unchanged]");
    assertThat(said.status()).isEqualTo(1);
  }
}
