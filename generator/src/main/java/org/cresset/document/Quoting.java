package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Quotes values that stop a file from being read as YAML and for which there is one right way. */
public final class Quoting {
  private static final int MOST_LINES = 200;

  private Quoting() {}

  /**
   * A file's text with the quotes it needs.
   *
   * @param lines the numbers of the changed lines, from 1
   */
  public record Mended(String content, List<Integer> lines) {}

  /**
   * Mends the YAML of a file: all of it, or the front matter of Markdown. Nothing else is changed.
   *
   * @param content with LF line ends
   * @return empty if there is nothing to mend, or if the file could not be read afterwards either
   */
  public static Optional<Mended> mend(String path, String content) {
    String current = content;
    List<Integer> changed = new ArrayList<>();
    while (changed.size() < MOST_LINES) {
      Optional<MarkedYamlEngineException> fault = fault(path, current);
      if (fault.isEmpty()) {
        return changed.isEmpty()
            ? Optional.empty()
            : Optional.of(new Mended(current, changed.stream().sorted().distinct().toList()));
      }
      int before = changed.size();
      List<String> lines = new ArrayList<>(List.of(current.split("\n", -1)));
      for (int line : YamlHints.suspects(firstLine(path), fault.get())) {
        Optional<YamlHints.Mended> mended =
            line >= 1 && line <= lines.size()
                ? YamlHints.mend(lines.get(line - 1))
                : Optional.empty();
        if (mended.isPresent()) {
          lines.set(line - 1, mended.get().line());
          changed.add(line);
          break;
        }
      }
      if (changed.size() == before) {
        return Optional.empty();
      }
      current = String.join("\n", lines);
    }
    return Optional.empty();
  }

  private static int firstLine(String path) {
    return path.endsWith(".md") ? 2 : 1;
  }

  private static Optional<MarkedYamlEngineException> fault(String path, String content) {
    if (!path.endsWith(".md")) {
      return Yaml.fault(content);
    }
    return Parts.of(new Text(path, content), content).flatMap(p -> Yaml.fault(p.front()));
  }
}
