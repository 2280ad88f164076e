package org.cresset.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.problem.Failure;

/** Finds a report by its id without reading the collection: at night every second counts. */
final class ReportFile {
  private ReportFile() {}

  /**
   * The file of a report.
   *
   * @throws Failure USAGE if there is none, or more than one
   */
  static Path find(Path content, String id) {
    String bare = id.startsWith("reports/") ? id.substring("reports/".length()) : id;
    Path folder = content.resolve("reports");
    List<Path> all = documents(folder);
    List<Path> found = all.stream().filter(f -> name(f).equalsIgnoreCase(bare)).toList();
    if (found.isEmpty()) {
      Pattern line = Pattern.compile("(?m)^id:[ \\t]*[\"']?" + Pattern.quote(bare) + "[\"']?\\s*$");
      found = all.stream().filter(f -> line.matcher(read(f)).find()).toList();
    }
    if (found.size() != 1) {
      if (found.isEmpty()) {
        refuseSealed(folder, bare);
      }
      throw YamlText.usage(
          found.isEmpty() ? "no report '" + id + "'" : "several reports '" + id + "'",
          found.isEmpty() ? "they lie below " + folder : "give each an id of its own");
    }
    return found.getFirst();
  }

  /** One that lies encrypted is there, and yet can't be written into. */
  private static void refuseSealed(Path folder, String id) {
    files(folder, ".md.asc").stream()
        .filter(f -> name(Path.of(f.toString().replaceFirst("\\.asc$", ""))).equalsIgnoreCase(id))
        .findFirst()
        .ifPresent(f -> {
          String plain = f.toString().replaceFirst("\\.asc$", "");
          throw YamlText.usage(
              "the report '" + id + "' lies encrypted in " + f,
              "gpg --output "
                  + plain
                  + " --decrypt "
                  + f
                  + ", then again, then cresset encrypt "
                  + plain
                  + " --remove");
        });
  }

  private static List<Path> documents(Path folder) {
    return files(folder, ".md").stream().filter(f -> !f.endsWith("_index.md")).toList();
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static String name(Path file) {
    Path folder = file.getParent();
    String name = file.endsWith("index.md") && folder != null ? last(folder) : last(file);
    return name.replaceFirst("\\.md$", "");
  }

  private static String last(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Failure unreadable(Path path, IOException e) {
    return new Failure(Failure.Kind.ENVIRONMENT, path + " can't be read: " + e.getMessage(), "", e);
  }
}
