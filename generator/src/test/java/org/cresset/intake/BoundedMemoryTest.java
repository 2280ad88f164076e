package org.cresset.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that is made to exhaust memory is refused in words, by a program that has only 96 MiB. */
class BoundedMemoryTest {
  @TempDir private Path folder;

  private interface Content {
    void write(BufferedWriter out) throws IOException;
  }

  private static Arguments bomb(String format, String name, Content content, String says) {
    return Arguments.of(format, name, content, says);
  }

  static Stream<Arguments> bombs() {
    return Stream.of(
        bomb("csv", "columns.csv", w -> repeat(w, "x,", 10_000_000), "more than 1000 columns"),
        bomb(
            "csv",
            "cell.csv",
            w -> {
              w.write('"');
              repeat(w, "x", 40_000_000);
            },
            "characters in a row or cell"),
        bomb(
            "veris",
            "deep.json",
            w -> repeat(w, "[", 10_000_000),
            "larger or deeper than is taken"),
        bomb("veris", "objects.json", w -> repeat(w, "{\"a\":", 5_000_000), "larger or deeper"),
        bomb(
            "veris",
            "many.json",
            w -> {
              w.write('[');
              repeat(w, "0,", 20_000_000);
            },
            "more than 500000 values"),
        bomb(
            "veris",
            "text.json",
            w -> {
              w.write("{\"a\":\"");
              repeat(w, "x", 50_000_000);
            },
            "larger or deeper"),
        bomb("veris", "number.json", w -> repeat(w, "1", 50_000_000), "larger or deeper"),
        bomb("veris", "line.jsonl", w -> repeat(w, "{\"a\": ", 10_000_000), "a line of more than"),
        bomb(
            "osv",
            "aliases.yaml",
            w -> {
              w.write("a: &a [x]\nb: ");
              repeat(w, "[*a,", 100);
            },
            "an anchor"),
        bomb("osv", "long.yaml", w -> repeat(w, "- x\n", 2_000_000), "a YAML file of more than"));
  }

  private static void repeat(BufferedWriter out, String text, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      out.write(text);
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("bombs")
  void isRefusedInBoundedMemory(String format, String name, Content content, String says)
      throws Exception {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      content.write(out);
    }
    Files.writeString(folder.resolve("map.yaml"), "from: x\nid: a\n");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.cresset.cli.Main",
                    "import",
                    format,
                    file.toString(),
                    "--mapping",
                    folder.resolve("map.yaml").toString(),
                    "--root",
                    folder.toString(),
                    "--into",
                    folder.resolve("out").toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).contains("warning: not taken in: ", says).endsWith("1 not taken in\n");
    assertThat(process.waitFor()).isEqualTo(1);
  }
}
