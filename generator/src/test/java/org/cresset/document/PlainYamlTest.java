package org.cresset.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the library is what the library reads; the rest is left to it. */
class PlainYamlTest {
  private static final int LEVELS = 8;
  private static final String TRAPS = "  \n\n:::--[]{},,#'\"&*!|>%@`?~a0\\\t\u00e9\u2028=<.";

  private static Optional<Node.Mapping> plain(String yaml) {
    return PlainYaml.read(new Text("a.md", yaml), yaml, 2, LEVELS);
  }

  /** As the library reads it; empty where anything is wrong. */
  private static Optional<Node.Mapping> parsed(String yaml) {
    Text text = new Text("a.md", yaml);
    Optional<Node.Mapping> mapping = Yaml.parsed(text, yaml, 2, LEVELS);
    return text.problems().isEmpty() ? mapping : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b\n",
        "a: b",
        "a:\nb: 2026-10-03T02:14Z\n",
        "a:   \n  b: 'c # d'  \n\n  c: \"e: f\"\n",
        "a: [b, 'c', {d: e, f: [g]}, []]\nh: {}\n",
        "a:\n- b\n- c: d\n  e:\n  - f\n- 'g'\ni: j\n",
        "a:\n    - b: [c]\n      d: e f, [g] \"h\"\n# note\n    - https://example.org/#i?j=k\n",
        "a-b_c1: \u00fc\u00df \u6f22\nd: e#f ?\n",
      })
  void theUsualIsReadWithoutTheLibrary(String yaml) {
    assertThat(plain(yaml)).isPresent().hasToString(parsed(yaml).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a: b\n c: d\n",
        "a: b\n  c\n",
        "a: b\na: c\n",
        "a: |\n  b\n",
        "a: &b c\n",
        "a: b: c\n",
        "a: b #c\n",
        "a: \"b\\n\"\n",
        "a: [b,\n  c]\n",
        "a: [b: c]\n",
        "a: [b, ]\n",
        "a: 'b''c'\n",
        "a: 'b' c\n",
        "a: \u2028\n",
        "a:\n  - b\n c: d\n",
        "- a\n",
        " a: b\n",
        "a: {b: {c: {d: {e: {f: {g: {h: {}}}}}}}}\n",
      })
  void theRestIsLeftToIt(String yaml) {
    assertThat(plain(yaml)).isEmpty();
  }

  @Test
  void itAgreesWithTheLibraryOnTheDemonstrationAndWhateverBecomesOfIt() throws IOException {
    Random random = new Random(7);
    int read = 0;
    List<String> texts = texts();
    for (String text : texts) {
      read += plain(text).isPresent() ? 1 : 0;
      for (int i = 0; i < 60; i++) {
        String other = i == 0 ? text : changed(text, random);
        Optional<Node.Mapping> plain = plain(other);
        if (plain.isPresent()) {
          // The order of keys is part of it.
          assertThat(plain).as(other).hasToString(parsed(other).toString());
        }
      }
    }
    assertThat(read).isGreaterThan(texts.size() / 2);
  }

  private static List<String> texts() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("../content").toRealPath())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.toString();
        if (name.endsWith(".yaml")) {
          all.add(Files.readString(file));
        } else if (name.endsWith(".md")) {
          String content = Files.readString(file);
          Parts.of(new Text(name, content), content).ifPresent(p -> all.add(p.front()));
        }
      }
    }
    return all;
  }

  /** With a few letters or lines changed, where it hurts. */
  private static String changed(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(out.length() + 1);
      char trap = TRAPS.charAt(random.nextInt(TRAPS.length()));
      switch (random.nextInt(4)) {
        case 0 -> out.insert(at, trap);
        case 1 -> out.replace(at, Math.min(out.length(), at + 1), String.valueOf(trap));
        case 2 -> out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(4)));
        default -> {
          List<String> lines = new ArrayList<>(Arrays.asList(out.toString().split("\n")));
          Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
          int line = random.nextInt(lines.size());
          lines.set(line, " ".repeat(random.nextInt(3)) + lines.get(line));
          out = new StringBuilder(String.join("\n", lines)).append('\n');
        }
      }
    }
    return out.toString();
  }
}
