package org.cresset.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cresset.document.ForeignYaml;

/** A record in a YAML file, as some collections of OSV records have it. */
final class YamlInput {
  private static final long LARGEST = 2 << 20;

  private YamlInput() {}

  static boolean isYaml(Path file) {
    return file.getFileName().toString().matches(".*\\.ya?ml");
  }

  static void read(Path file, String name, Input to) {
    try {
      if (Files.size(file) > LARGEST) {
        to.refused(name, "a YAML file of more than " + LARGEST + " bytes");
        return;
      }
      ForeignYaml.Result result = ForeignYaml.read(name, text(file));
      result
          .record()
          .ifPresentOrElse(
              r -> to.record(name, r),
              () -> {
                var first = result.problems().getFirst();
                to.refused(name, "line " + first.at().line() + ": " + first.found());
              });
    } catch (IOException e) {
      to.refused(name, Encoded.reason(e));
    }
  }

  static String text(Path file) throws IOException {
    try (Reader reader = Encoded.open(file)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    }
  }
}
