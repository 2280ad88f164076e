package org.cresset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cresset.problem.Code;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.testkit.GitFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir Path dir;
  GitFixture repo;

  @BeforeEach
  void init() {
    repo = GitFixture.init(dir);
  }

  private Sources open() {
    return Sources.open(dir, dir.resolve("content"));
  }

  private static String text(SourceTree tree, String path) {
    return new String(tree.files().get(path).content(), StandardCharsets.UTF_8);
  }

  private static List<Code> codes(SourceTree tree) {
    return tree.problems().stream().map(Problem::code).toList();
  }

  @Test
  void readsTheCommitAndNamesWhatItIgnored() throws Exception {
    repo.write("content/a.md", "one").write("content/deep/b.md", "two").write("other.md", "no");
    repo.write("content/gone.md", "three").write(".gitignore", "*.swp\n");
    String commit = repo.commit("first");
    repo.write("content/a.md", "changed").write("content/new.md", "new");
    repo.write("content/a.md.swp", "ignored");
    Files.delete(dir.resolve("content/gone.md"));
    try (Sources sources = open()) {
      SourceTree tree = sources.commit("HEAD");
      assertThat(tree.commit()).contains(commit);
      assertThat(tree.prefix()).isEqualTo("content");
      assertThat(tree.files().keySet()).containsExactly("a.md", "deep/b.md", "gone.md");
      assertThat(text(tree, "a.md")).isEqualTo("one");
      assertThat(tree.files().get("a.md").shown()).isEqualTo("content/a.md");
      assertThat(tree.files().get("a.md").blob())
          .isEqualTo(repo.git("rev-parse", "HEAD:content/a.md"));
      assertThat(tree.problems()).isEmpty();
      assertThat(tree.uncommitted())
          .containsExactly("content/a.md", "content/gone.md", "content/new.md");
    }
  }

  @Test
  void readsFilesAsTheyLieAndTheIndex() throws Exception {
    repo.write("content/a.md", "one").write(".gitignore", "*.swp\n");
    repo.commit("first");
    repo.write("content/a.md", "two");
    repo.git("add", "-A");
    repo.write("content/a.md", "three").write("content/x.swp", "ignored");
    try (Sources sources = open()) {
      SourceTree files = sources.files();
      assertThat(files.files().keySet()).containsExactly("a.md");
      assertThat(text(files, "a.md")).isEqualTo("three");
      assertThat(files.files().get("a.md").blob())
          .isEqualTo(repo.git("hash-object", "content/a.md"));
      assertThat(text(sources.staged(Optional.empty()), "a.md")).isEqualTo("two");
      assertThat(text(sources.commit("HEAD"), "a.md")).isEqualTo("one");
    }
  }

  @Test
  void anEarlierCommitIsItselfWhateverIsTakenFromThePresentOne() throws Exception {
    repo.write("content/a.md", "one")
        .write("content/b.md", "two")
        .write("content/gone.md", "three");
    repo.write("content/link.md", "a.md").write("content/moved.md", "four");
    String first = repo.commit("first");
    repo.write("content/b.md", "changed").write("content/new.md", "one");
    Files.delete(dir.resolve("content/gone.md"));
    Files.delete(dir.resolve("content/link.md"));
    Files.createSymbolicLink(dir.resolve("content/link.md"), Path.of("a.md"));
    Files.move(dir.resolve("content/moved.md"), dir.resolve("content/there.md"));
    String second = repo.commit("second");
    try (Sources sources = open()) {
      assertSame(sources.earlier(first, sources.commit(second)), sources.commit(first));
      assertSame(sources.earlier(second, sources.commit(first)), sources.commit(second));
    }
  }

  private static void assertSame(SourceTree tree, SourceTree expected) {
    assertThat(tree.commit()).isEqualTo(expected.commit());
    assertThat(tree.problems()).isEqualTo(expected.problems());
    assertThat(tree.files().keySet()).isEqualTo(expected.files().keySet());
    expected
        .files()
        .forEach((path, file) -> {
          assertThat(tree.files().get(path).blob()).isEqualTo(file.blob());
          assertThat(text(tree, path)).isEqualTo(text(expected, path));
        });
  }

  @Test
  void carriageReturnsOfACheckoutAreNoChange() throws Exception {
    repo.write("content/a.md", "one\ntwo\n");
    repo.commit("first");
    repo.write("content/a.md", "one\r\ntwo\r\n");
    try (Sources sources = open()) {
      assertThat(sources.commit("HEAD").uncommitted()).isEmpty();
    }
  }

  @Test
  void outsideGitTheFilesAreTakenWithAWarning(@TempDir Path plain) throws Exception {
    Files.createDirectories(plain.resolve("content"));
    Files.writeString(plain.resolve("content/a.md"), "one");
    try (Sources sources = Sources.open(plain, plain.resolve("content"))) {
      SourceTree tree = sources.commit("HEAD");
      assertThat(text(tree, "a.md")).isEqualTo("one");
      assertThat(tree.commit()).isEmpty();
      assertThat(codes(tree)).containsExactly(Code.SOURCE_NOT_GIT);
    }
  }

  @Test
  void beforeTheFirstCommitItSaysSo() throws Exception {
    repo.write("content/a.md", "one");
    try (Sources sources = open()) {
      assertThatThrownBy(() -> sources.commit("HEAD"))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("no commit yet");
      assertThat(text(sources.files(), "a.md")).isEqualTo("one");
    }
  }

  @Test
  void anUnknownRevisionIsAnErrorOfUsage() throws Exception {
    repo.write("content/a.md", "one");
    repo.commit("first");
    try (Sources sources = open()) {
      for (String revision : List.of("nowhere", "HEAD~7", "--help", "@{bad", "deadbeef")) {
        assertThatThrownBy(() -> sources.commit(revision))
            .as(revision)
            .isInstanceOfSatisfying(
                Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.USAGE));
      }
    }
  }

  @Test
  void aKnowledgeBaseMayBeASubfolderOrALinkedWorkTree(@TempDir Path other) throws Exception {
    repo.write("kb/content/a.md", "one");
    repo.commit("first");
    Path linked = other.resolve("linked");
    repo.git("worktree", "add", "-q", linked.toString(), "-b", "side");
    for (Path top : List.of(dir, linked)) {
      try (Sources sources = Sources.open(top.resolve("kb"), top.resolve("kb/content"))) {
        SourceTree tree = sources.commit("HEAD");
        assertThat(tree.prefix()).isEqualTo("kb/content");
        assertThat(tree.files().get("a.md").shown()).isEqualTo("content/a.md");
        assertThat(tree.uncommitted()).isEmpty();
      }
    }
  }

  @Test
  void aBareRepositoryHasCommitsOnly(@TempDir Path other) throws Exception {
    repo.write("content/a.md", "one");
    repo.commit("first");
    Path bare = other.resolve("kb.git");
    repo.git("clone", "-q", "--bare", dir.toString(), bare.toString());
    try (Sources sources = Sources.open(bare, bare.resolve("content"))) {
      assertThat(text(sources.commit("HEAD"), "a.md")).isEqualTo("one");
    }
  }

  @Test
  void aShallowCloneIsWarnedOf(@TempDir Path other) throws Exception {
    repo.write("content/a.md", "one");
    repo.commit("first");
    repo.write("content/a.md", "two");
    repo.commit("second");
    Path clone = other.resolve("clone");
    repo.git("clone", "-q", "--depth", "1", "file://" + dir, clone.toString());
    try (Sources sources = Sources.open(clone, clone.resolve("content"))) {
      assertThat(codes(sources.commit("HEAD"))).containsExactly(Code.SOURCE_SHALLOW);
      assertThat(sources.shallow()).isTrue();
    }
  }
}
