package org.cresset.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.git.ObjectHash;
import org.junit.jupiter.api.Test;

class FrontsTest {
  private static final String ID = "1".repeat(40);

  private byte[] kept = new byte[0];

  private static Optional<Node.Mapping> front(Fronts fronts, String id, Text text, String content) {
    return Parts.of(text, content).flatMap(parts -> fronts.of(id, text, parts));
  }

  private Fronts read(String build) {
    return Fronts.read(kept, build);
  }

  /** What is kept under the id, or made of the content. */
  private String title(String build, String shown) {
    Text text = new Text(shown, "");
    Node.Mapping map = front(read(build), ID, text, "---\ntitle: Now\n---\n").orElseThrow();
    return map.entries().get("title").value().kind();
  }

  private void keep(String shown, String content) {
    Fronts fronts = read("a");
    front(fronts, ID, new Text(shown, content), content);
    kept = fronts.bytes().orElse(kept);
  }

  @Test
  void readsWhatWasParsed() throws Exception {
    List<String> contents;
    try (Stream<Path> files = Files.walk(Path.of("../content"))) {
      contents =
          Stream.concat(
                  files.filter(f -> f.toString().endsWith(".md")).sorted().map(FrontsTest::text),
                  Stream.of(
                      "---\n---\n",
                      "---\n'': \"\\u00e9\\U0001F600\"\nb: [[], {}, '', ~, |\n]\n---\n",
                      "---\nhalf: \"\\ud83d\"\nfolded: >-\n  one\n  two\nempty:\n---\n",
                      "---\nr: {ä: é, lines: \"a\\n\\tb\"}\nblock: |2\n   x\n---\n"))
              .toList();
    }
    Fronts first = read("a");
    contents.forEach(c -> front(first, id(c), new Text("x.md", c), c));
    kept = first.bytes().orElseThrow();
    Fronts second = read("a");
    assertThat(contents).hasSizeGreaterThan(50);
    for (String content : contents) {
      Text plain = new Text("y.md", content);
      Text kept = new Text("y.md", content);
      assertThat(front(second, id(content), kept, content))
          .isEqualTo(front(Fronts.NONE, id(content), plain, content));
      assertThat(kept.problems()).isEqualTo(plain.problems());
    }
  }

  /** Half a character is no text: written, it would be another key, and all numbers wrong. */
  @Test
  void aKeyThatIsNoTextMixesUpNothing() {
    List<String> contents =
        List.of(
            "---\n\"\\ud83d\": a\n\"\\ud83c\": b\n---\n",
            "---\ntitle: One\nclassification: public\n---\n",
            "---\ntitle: Two\nembargo: 2030\n---\n");
    for (String content : contents) {
      Fronts fronts = read("a");
      contents.stream()
          .takeWhile(c -> !c.equals(content))
          .forEach(c -> front(fronts, id(c), new Text("x.md", c), c));
      front(fronts, id(content), new Text("x.md", content), content);
      kept = fronts.bytes().orElse(kept);
    }
    Fronts last = read("a");
    for (String content : contents) {
      assertThat(front(last, id(content), new Text("x.md", content), content))
          .isEqualTo(front(Fronts.NONE, id(content), new Text("x.md", content), content));
    }
  }

  @Test
  void whatShouldLieEncryptedIsNotKept() {
    keep("x.md", "---\ntitle: Informant\nclassification: highly-sensitive\n---\n");
    assertThat(kept).isEmpty();
  }

  private static String id(String content) {
    return ObjectHash.blob(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatAnotherBuildKeptIsParsedAnew() {
    keep("x.md", "---\ntitle: Then\n---\n");
    assertThat(title("a", "x.md")).isEqualTo("'Then'");
    assertThat(title("b", "x.md")).isEqualTo("'Now'");
  }

  @Test
  void whatIsDamagedIsParsedAnew() {
    keep("x.md", "---\ntitle: Then\n---\n");
    byte[] whole = kept;
    for (int i = 0; i < whole.length; i++) {
      kept = whole.clone();
      kept[i] ^= 4;
      assertThat(title("a", "x.md")).isEqualTo("'Now'");
      kept = Arrays.copyOf(whole, i);
      assertThat(title("a", "x.md")).isEqualTo("'Now'");
    }
  }

  @Test
  void nothingIsKeptOfWhatLiesEncrypted() {
    keep("x.md.asc", "---\ntitle: Then\n---\n");
    assertThat(kept).isEmpty();
    keep("x.md", "---\ntitle: Then\n---\n");
    assertThat(title("a", "x.md.asc")).isEqualTo("'Now'");
  }

  @Test
  void whatHadAProblemHasItAgain() {
    keep("x.md", "---\ntitle: Then\ntitle: Again\n---\n");
    assertThat(kept).isEmpty();
  }
}
