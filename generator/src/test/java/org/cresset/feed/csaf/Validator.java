package org.cresset.feed.csaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Assumptions;

/** The validator of Secvisogram, all tests that concern more than style: its extended preset. */
final class Validator {
  private static final Path HOME =
      Path.of(System.getProperty("cresset.home", ".."))
          .resolve("generator/src/test/npm")
          .toAbsolutePath();

  private Validator() {}

  /** What it finds: file name, "error" or "warning", test, place and words, parted by tabs. */
  static List<String> findings(List<Path> documents) throws IOException {
    Tool.NODE.require();
    if (!Files.isDirectory(HOME.resolve("node_modules/@secvisogram"))) {
      String message = "skipped: run npm ci in generator/src/test/npm";
      if ("1".equals(System.getenv("CRESSET_REQUIRE_TOOLS"))) {
        fail(message);
      }
      Assumptions.abort(message);
    }
    Path list = Files.createTempFile("cresset", ".list");
    Files.write(list, documents.stream().map(d -> d.toAbsolutePath().toString()).toList());
    Tool.Result said = Tool.run(HOME, Map.of(), List.of("node", "validate.mjs", list.toString()));
    Files.delete(list);
    assertThat(said.status()).as(said.err()).isZero();
    List<String> lines = said.out().lines().toList();
    assertThat(lines.getLast()).isEqualTo(documents.size() + "\t63");
    return lines.subList(0, lines.size() - 1).stream()
        .map(l -> l.substring(l.lastIndexOf('/', l.indexOf('\t')) + 1))
        .toList();
  }
}
