package org.cresset.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Front matter as people write it: each released document of the demonstration gets a version. */
class ReviseDemonstrationTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir private Path copy;

  @Test
  void allCanBeRevisedAndOnlyAddedLinesDiffer() throws Exception {
    Path content = Path.of(System.getProperty("cresset.home")).resolve("content");
    int revised = 0;
    for (String folder : List.of("advisories", "policies")) {
      for (Path file : documents(content.resolve(folder))) {
        Path target = copy.resolve(content.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        if (Files.readString(file).contains("\nstatus: draft")) {
          continue;
        }
        Revise.revise(copy, target, "A trial", NOW, Instant.EPOCH);
        List<String> missing = new ArrayList<>(Files.readAllLines(file));
        missing.removeAll(Files.readAllLines(target));
        assertThat(missing).as(file.toString()).allMatch(line -> line.startsWith("version: "));
        revised++;
      }
    }
    assertThat(revised).isGreaterThan(15);
  }

  private static List<Path> documents(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".md") && !f.endsWith("_index.md"))
          .sorted()
          .toList();
    }
  }
}
