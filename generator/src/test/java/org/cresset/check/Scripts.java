package org.cresset.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cresset.problem.Code;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Assumptions;

/** What can't be shown as files: links, broken objects, merges, earlier releases. */
final class Scripts {
  private Scripts() {}

  /** One step in a knowledge base. */
  interface Step {
    void in(KnowledgeBase base) throws IOException;
  }

  /**
   * Steps after the files of a section are there.
   *
   * @param before after those of Before
   * @param wrong after those of Wrong
   * @param mended after those of Mended
   */
  record Script(Step before, Step wrong, Step mended) {}

  private static final Step NOTHING = base -> {};
  private static final Script NONE = new Script(NOTHING, NOTHING, NOTHING);
  private static final String LINK = "content/pages/help.md";
  private static final Map<Code, Script> ALL = all();

  static Script of(Code code) {
    return ALL.getOrDefault(code, NONE);
  }

  private static Map<Code, Script> all() {
    Map<Code, Script> all = new EnumMap<>(Code.class);
    all.put(
        Code.SOURCE_NOT_GIT,
        new Script(NOTHING, base -> remove(base.root().resolve(".git")), Scripts::commit));
    all.put(Code.SOURCE_SHALLOW, new Script(NOTHING, Scripts::shallow, Scripts::deepen));
    all.put(Code.SOURCE_UNCOMMITTED, new Script(Scripts::commit, NOTHING, Scripts::commit));
    all.put(
        Code.SOURCE_SYMLINK,
        new Script(
            NOTHING,
            base -> Files.createSymbolicLink(base.root().resolve(LINK), Path.of("about.md")),
            base -> {
              Files.delete(base.root().resolve(LINK));
              Files.copy(base.root().resolve("content/pages/about.md"), base.root().resolve(LINK));
            }));
    all.put(
        Code.SOURCE_SUBMODULE,
        new Script(
            NOTHING, NOTHING, base -> remove(base.root().resolve("content/pages/tools/.git"))));
    all.put(
        Code.SOURCE_NOT_TEXT,
        new Script(
            NOTHING,
            base ->
                Files.write(
                    base.root().resolve("content/pages/about.md"),
                    "\0PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1)),
            NOTHING));
    all.put(Code.SOURCE_CORRUPT, new Script(NOTHING, Scripts::lose, Scripts::commit));
    all.put(Code.SOURCE_UNMERGED, new Script(Scripts::branches, Scripts::merge, Scripts::commit));
    all.put(
        Code.SOURCE_UNREADABLE,
        new Script(NOTHING, base -> allow(base, "---------"), base -> allow(base, "rw-r--r--")));
    all.put(Code.VERSION_UNCHANGED, new Script(Scripts::commit, Scripts::commit, Scripts::commit));
    all.put(
        Code.DECLASSIFIED_BY_MISSING,
        new Script(Scripts::release, Scripts::commit, Scripts::answer));
    all.put(
        Code.HIGHLY_SENSITIVE_HISTORY,
        new Script(Scripts::commit, Scripts::commit, Scripts::forget));
    Step build = base -> base.run("build", "--worktree", "--quiet");
    all.put(Code.HELD_BACK, new Script(build, NOTHING, NOTHING));
    return all;
  }

  private static GitFixture git(KnowledgeBase base) throws IOException {
    Tool.GIT.require();
    return GitFixture.init(base.root());
  }

  private static void commit(KnowledgeBase base) throws IOException {
    git(base).commit("step");
  }

  private static void release(KnowledgeBase base) throws IOException {
    base.write(".gitignore", "/site/\n");
    commit(base);
    base.run("build", "--quiet");
  }

  private static void answer(KnowledgeBase base) throws IOException {
    git(base).git("commit", "-q", "--amend", "-m", "step\n\nDeclassified-By: head of the team");
  }

  /** A history of one commit, which never had what is gone. */
  private static void forget(KnowledgeBase base) throws IOException {
    GitFixture git = git(base);
    git.git("checkout", "-q", "--orphan", "fresh");
    git.commit("one state");
  }

  private static void shallow(KnowledgeBase base) throws IOException {
    String head = git(base).commit("the newest part of a history");
    base.write(".git/shallow", head + "\n");
  }

  private static void deepen(KnowledgeBase base) throws IOException {
    Files.delete(base.root().resolve(".git/shallow"));
  }

  private static void lose(KnowledgeBase base) throws IOException {
    GitFixture git = git(base);
    git.commit("first");
    String id = git.git("rev-parse", "HEAD:content/pages/about.md");
    Files.delete(
        base.root().resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2)));
  }

  private static void branches(KnowledgeBase base) throws IOException {
    GitFixture git = git(base);
    git.commit("first");
    git.git("checkout", "-q", "-b", "side");
    Path page = base.root().resolve("content/pages/about.md");
    Files.writeString(page, Files.readString(page).replace("day and night", "in office hours"));
    git.commit("theirs");
    git.git("checkout", "-q", "main");
    Files.writeString(page, Files.readString(page).replace("day and night", "on weekdays"));
    git.commit("ours");
  }

  private static void merge(KnowledgeBase base) {
    List<String> merge =
        List.of(
            "git",
            "-c",
            "user.name=duty",
            "-c",
            "user.email=duty@example.org",
            "merge",
            "-q",
            "side");
    Tool.run(base.root(), Map.of(), merge);
  }

  private static void allow(KnowledgeBase base, String permissions) throws IOException {
    Path file = base.root().resolve("content/pages/about.md");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    Assumptions.assumeFalse(
        permissions.startsWith("-") && Files.isReadable(file),
        "skipped: this user may read every file");
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
