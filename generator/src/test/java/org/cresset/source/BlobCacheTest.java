package org.cresset.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cresset.testkit.GitFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobCacheTest {
  @TempDir private Path dir;
  private GitFixture repo;

  @BeforeEach
  void commit() throws IOException {
    repo = GitFixture.init(dir);
    repo.write("content/a.md", "one");
    repo.write("content/b.md", "two, which is longer");
    repo.write("content/c.txt", "three");
    repo.commit("first");
  }

  private Path cache() {
    return dir.resolve("cache/sources");
  }

  private SortedMap<String, String> read() {
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      SortedMap<String, String> contents = new TreeMap<>();
      SourceTree tree = sources.commit("HEAD", cache());
      assertThat(tree.problems()).isEmpty();
      for (SourceFile file : tree.files().values()) {
        contents.put(file.path(), new String(file.content(), StandardCharsets.UTF_8));
        assertThat(file.size()).isEqualTo(file.content().length);
      }
      sources.rest();
      return contents;
    }
  }

  /** Takes an object out of the repository. */
  private void lose(String path) throws IOException {
    String id = repo.git("rev-parse", "HEAD:" + path);
    Files.delete(dir.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
  }

  @Test
  void documentsComeFromThere() throws Exception {
    SortedMap<String, String> first = read();
    lose("content/a.md");
    lose("content/b.md");
    assertThat(read()).isEqualTo(first).containsEntry("b.md", "two, which is longer");
    assertThat(Files.readString(cache(), StandardCharsets.ISO_8859_1)).doesNotContain("three");
  }

  @Test
  void whatShouldLieEncryptedIsNotKept() throws Exception {
    repo.write("content/d.md", "---\nclassification: highly-sensitive\n---\nan informant");
    repo.commit("second");
    read();
    assertThat(Files.readString(cache(), StandardCharsets.ISO_8859_1))
        .contains("two, which")
        .doesNotContain("informant");
  }

  @Test
  void whatChangedIsSeen() throws Exception {
    read();
    repo.write("content/a.md", "another");
    repo.commit("second");
    assertThat(read()).containsEntry("a.md", "another");
    lose("content/a.md");
    assertThat(read()).containsEntry("a.md", "another");
  }

  @Test
  void itMayBeDamaged() throws Exception {
    SortedMap<String, String> first = read();
    byte[] whole = Files.readAllBytes(cache());
    for (int i = 0; i < whole.length; i++) {
      byte[] bytes = whole.clone();
      bytes[i] ^= 16;
      Files.write(cache(), bytes);
      assertThat(read()).isEqualTo(first);
      Files.write(cache(), Arrays.copyOf(whole, i));
      assertThat(read()).isEqualTo(first);
    }
  }

  @Test
  void itIsNotWrittenAgainForOneDocumentOfMany() throws Exception {
    for (int i = 0; i < 200; i++) {
      repo.write("content/many/" + i + ".md", "number " + i);
    }
    repo.commit("many");
    read();
    byte[] whole = Files.readAllBytes(cache());
    repo.write("content/many/7.md", "changed");
    repo.commit("one");
    assertThat(read()).containsEntry("many/7.md", "changed").hasSize(203);
    assertThat(Files.readAllBytes(cache())).isEqualTo(whole);
    for (int i = 10; i < 20; i++) {
      repo.write("content/many/" + i + ".md", "changed " + i);
    }
    repo.commit("ten");
    SortedMap<String, String> last = read();
    lose("content/many/7.md");
    lose("content/many/150.md");
    assertThat(read()).isEqualTo(last);
  }

  @Test
  void nothingIsLeftOfWhatWasNotKept() throws Exception {
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      sources.commit("HEAD", cache()).files().values().forEach(SourceFile::content);
    }
    try (Stream<Path> left = Files.list(cache().getParent())) {
      assertThat(left).isEmpty();
    }
  }
}
