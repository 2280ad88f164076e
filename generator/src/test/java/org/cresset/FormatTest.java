package org.cresset;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All sources are formatted by google-java-format, so that a difference is always a change. {@code
 * mvn test -Dtest=FormatTest -Dformat=write} formats them.
 */
class FormatTest {
  @Test
  void sourcesAreFormatted() throws Exception {
    boolean write = "write".equals(System.getProperty("format"));
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String source = Files.readString(file);
        String wanted =
            formatter.formatSource(
                RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(source, Style.GOOGLE)));
        if (!wanted.equals(source)) {
          unformatted.add(file);
          if (write) {
            Files.writeString(file, wanted);
          }
        }
      }
    }
    if (!write) {
      assertThat(unformatted)
          .as("run mvn test -Dtest=FormatTest -Dformat=write, then commit")
          .isEmpty();
    }
  }
}
