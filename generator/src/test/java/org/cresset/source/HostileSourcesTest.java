package org.cresset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import org.cresset.problem.Code;
import org.cresset.problem.Failure;
import org.cresset.testkit.GitFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be refused, and named exactly; a good file beside it is always there. */
class HostileSourcesTest {
  @TempDir Path dir;
  GitFixture repo;

  @BeforeEach
  void init() throws IOException {
    repo = GitFixture.init(dir);
    repo.write("content/good.md", "good");
  }

  private SourceTree read() {
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      return sources.commit("HEAD");
    }
  }

  private void refused(Code code, String shown) {
    SourceTree tree = read();
    assertThat(tree.files().keySet()).containsExactly("good.md");
    assertThat(tree.problems())
        .extracting(p -> p.code(), p -> p.at().path())
        .containsExactly(tuple(code, shown));
  }

  /** A commit whose content folder has one more entry, which git itself may refuse to add. */
  private void commitEntry(String mode, String id, String name) throws IOException {
    String good = repo.git("hash-object", "-w", "content/good.md");
    rawCommit(mode, id, name.getBytes(StandardCharsets.UTF_8), good);
  }

  private void rawCommit(String mode, String id, byte[] name, String good) throws IOException {
    var tree = new ByteArrayOutputStream();
    entry(tree, "100644", "good.md".getBytes(StandardCharsets.US_ASCII), good);
    entry(tree, mode, name, id);
    Files.write(dir.resolve("tree.bin"), tree.toByteArray());
    String content = repo.git("hash-object", "-w", "-t", "tree", "--literally", "tree.bin");
    var root = new ByteArrayOutputStream();
    entry(root, "40000", "content".getBytes(StandardCharsets.US_ASCII), content);
    Files.write(dir.resolve("tree.bin"), root.toByteArray());
    String top = repo.git("hash-object", "-w", "-t", "tree", "--literally", "tree.bin");
    repo.git("update-ref", "HEAD", repo.git("commit-tree", "-m", "hostile", top));
  }

  private static void entry(ByteArrayOutputStream to, String mode, byte[] name, String id)
      throws IOException {
    to.write((mode + " ").getBytes(StandardCharsets.US_ASCII));
    to.write(name);
    to.write(0);
    to.write(HexFormat.of().parseHex(id));
  }

  @Test
  void aSymbolicLink() throws Exception {
    Files.createSymbolicLink(dir.resolve("content/link.md"), Path.of("/etc/passwd"));
    repo.commit("first");
    refused(Code.SOURCE_SYMLINK, "content/link.md");
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      assertThat(sources.files().files().keySet()).containsExactly("good.md");
      assertThat(sources.staged(Optional.empty()).files().keySet()).containsExactly("good.md");
    }
  }

  @Test
  void aSubmodule() throws Exception {
    commitEntry("160000", "1234567890123456789012345678901234567890", "sub");
    refused(Code.SOURCE_SUBMODULE, "content/sub");
  }

  @Test
  void aRepositoryWithinTheFolderAsItLies() throws Exception {
    repo.write("content/inner/.git/HEAD", "ref: refs/heads/main\n");
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      assertThat(sources.files().problems())
          .extracting(p -> p.code())
          .containsExactly(Code.SOURCE_SUBMODULE);
    }
  }

  @Test
  void anLfsPointer() throws Exception {
    repo.write(
        "content/data.bin",
        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 9\n");
    repo.commit("first");
    refused(Code.SOURCE_LFS_POINTER, "content/data.bin");
  }

  @Test
  void aTextThatIsTooLarge() throws Exception {
    repo.write("content/fits.csv", new byte[(1 << 20) + 1]);
    repo.write("content/large.md", new byte[(1 << 20) + 1]);
    repo.commit("first");
    assertThat(read().files().keySet()).containsExactly("fits.csv", "good.md");
    assertThat(read().problems())
        .extracting(p -> p.code(), p -> p.at().path())
        .containsExactly(tuple(Code.SOURCE_TOO_LARGE, "content/large.md"));
  }

  @Test
  void namesThatDifferOnlyByCase() throws Exception {
    repo.write("content/One/a.md", "1").write("content/one/b.md", "2").write("content/GOOD.md", "");
    repo.commit("first");
    assertThat(read().problems())
        .extracting(p -> p.code(), p -> p.at().path())
        .containsExactly(
            tuple(Code.SOURCE_CASE_TWIN, "content/GOOD.md"),
            tuple(Code.SOURCE_CASE_TWIN, "content/One/a.md"),
            tuple(Code.SOURCE_CASE_TWIN, "content/good.md"),
            tuple(Code.SOURCE_CASE_TWIN, "content/one/b.md"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", ".", ".git", ".GIT", "a\\b.md", "a\nb.md", "a\u202eb.md", "e\u0301.md"})
  void anUnsafeName(String name) throws Exception {
    String blob = repo.git("hash-object", "-w", "content/good.md");
    commitEntry("100644", blob, name);
    refused(Code.SOURCE_NAME, "content/" + Names.shown(name));
  }

  @Test
  void aNameThatIsNotUtf8() throws Exception {
    String blob = repo.git("hash-object", "-w", "content/good.md");
    rawCommit("100644", blob, new byte[] {'a', (byte) 0xff, '.', 'm', 'd'}, blob);
    refused(Code.SOURCE_NAME, "content/a<FF>.md");
  }

  @Test
  void aFileInAMerge() throws Exception {
    repo.commit("first");
    repo.git("checkout", "-q", "-b", "side");
    repo.write("content/twice.md", "theirs");
    repo.commit("theirs");
    repo.git("checkout", "-q", "main");
    repo.write("content/twice.md", "ours");
    repo.commit("ours");
    assertThatThrownBy(() -> repo.git("merge", "-q", "side")).isInstanceOf(AssertionError.class);
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      SourceTree staged = sources.staged(Optional.empty());
      assertThat(staged.files().keySet()).containsExactly("good.md");
      assertThat(staged.problems()).extracting(p -> p.code()).containsOnly(Code.SOURCE_UNMERGED);
    }
  }

  @Test
  void aMissingObject() throws Exception {
    repo.write("content/lost.md", "lost");
    repo.commit("first");
    String id = repo.git("rev-parse", "HEAD:content/lost.md");
    Files.delete(object(id));
    refused(Code.SOURCE_CORRUPT, "content/lost.md");
    assertThat(read().problems().getFirst().found()).isEqualTo("object " + id + " is missing");
  }

  @Test
  void anObjectWithAnotherContentThanItsId() throws Exception {
    repo.write("content/false.md", "true");
    repo.commit("first");
    String id = repo.git("rev-parse", "HEAD:content/false.md");
    Files.delete(object(id));
    Deflater deflater = new Deflater();
    deflater.setInput("blob 5\0false".getBytes(StandardCharsets.US_ASCII));
    deflater.finish();
    byte[] buffer = new byte[100];
    Files.write(object(id), Arrays.copyOf(buffer, deflater.deflate(buffer)));
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      SourceFile file = sources.commit("HEAD").files().get("false.md");
      assertThatThrownBy(file::content)
          .isInstanceOfSatisfying(
              Unreadable.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(Code.SOURCE_CORRUPT);
                assertThat(e.problem().at().path()).isEqualTo("content/false.md");
                assertThat(e.problem().found()).contains(id);
              });
    }
  }

  @Test
  void twoFilesOfOneName() throws Exception {
    repo.write("content/other.md", "another text");
    commitEntry("100644", repo.git("hash-object", "-w", "content/other.md"), "good.md");
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.ENVIRONMENT))
        .hasMessageContaining("has two entries of one name");
  }

  @Test
  void aMissingFolderOfTheCommit() throws Exception {
    repo.commit("first");
    String id = repo.git("rev-parse", "HEAD:content");
    Files.delete(object(id));
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.ENVIRONMENT))
        .hasMessageContaining("object " + id + " is missing");
  }

  @Test
  void aReplacementHasNoEffect() throws Exception {
    repo.write("content/other.md", "forged");
    repo.commit("first");
    String good = repo.git("rev-parse", "HEAD:content/good.md");
    repo.git("replace", good, repo.git("rev-parse", "HEAD:content/other.md"));
    assertThat(repo.git("show", "HEAD:content/good.md")).isEqualTo("forged");
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      assertThat(sources.commit("HEAD").files().get("good.md").content())
          .isEqualTo("good".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void noCommandOfTheRepositoryIsRun() throws Exception {
    Path ran = dir.resolve("ran");
    Path script = dir.resolve(".git/evil");
    Files.writeString(script, "#!/bin/sh\ntouch '" + ran + "'\ncat\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    repo.write("content/.gitattributes", "*.md filter=evil diff=evil text eol=crlf\n");
    repo.commit("first");
    repo.write("content/good.md", "changed");
    for (String key :
        new String[] {
          "core.fsmonitor",
          "filter.evil.clean",
          "filter.evil.smudge",
          "filter.evil.process",
          "diff.evil.textconv",
          "core.sshCommand",
          "core.pager",
          "gpg.program",
          "uploadpack.packObjectsHook"
        }) {
      repo.git("config", key, script.toString());
    }
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      assertThat(sources.commit("HEAD").uncommitted()).containsExactly("content/good.md");
      assertThat(sources.files().files()).containsKey("good.md");
      assertThat(sources.staged(Optional.empty()).files()).containsKey("good.md");
      sources.history(sources.commitOf("HEAD").orElseThrow(), dir.resolve(".git/cache"));
    }
    assertThat(ran).doesNotExist();
    repo.git("status");
    assertThat(ran).as("the seeded command does run under git").exists();
  }

  private Path object(String id) {
    return dir.resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
  }
}
