package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measuring method of {@code bench/disclosure.sh}, on texts of the demonstration. */
class DisclosureFiguresTest {
  @TempDir private Path folder;

  @Test
  void whatIsPlantedIsFoundAndNothingElse() throws Exception {
    Tool.PYTHON.require();
    Path planted = folder.toRealPath().resolve("planted");
    String texts = Path.of("../content/glossary").toRealPath().toString();
    bench("plant", texts, "--into", planted.toString(), "--count", "150", "--seed", "7");
    assertThat(score(planted)).startsWith("planted in 150 documents: found 150, 100.0 %");
    assertThat(score(planted)).contains("false alarms: 0, in 0 documents");
    // Nothing is found without the register, so it is not the measure that says yes to all.
    try (Stream<Path> files = Files.list(planted.resolve("content/constituents"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertThat(score(planted)).startsWith("planted in 150 documents: found 0, 0.0 %");
  }

  private String score(Path planted) throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath().resolve("commands"));
    Path problems = folder.toRealPath().resolve("check.json");
    Files.writeString(problems, base.run("check", "--json", "--root", planted.toString()).text());
    return bench("score", planted.toString(), problems.toString());
  }

  private static String bench(String... arguments) throws Exception {
    Path program = Path.of("../bench/disclosure.py").toRealPath();
    List<String> command = new ArrayList<>(List.of("python3", "-B", program.toString()));
    command.addAll(List.of(arguments));
    Tool.Result result = Tool.run(program.getParent(), Map.of(), command);
    assertThat(result.err()).isEmpty();
    return result.out();
  }
}
