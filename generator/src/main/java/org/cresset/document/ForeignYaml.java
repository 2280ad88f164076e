package org.cresset.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cresset.problem.Problem;

/** YAML that is no front matter, as plain values: every scalar is its text. */
public final class ForeignYaml {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int MOST_LEVELS = 32;

  private ForeignYaml() {}

  /**
   * What was read.
   *
   * @param record empty where it could not be
   * @param problems why
   */
  public record Result(Optional<Map<String, Object>> record, List<Problem> problems) {}

  /** A mapping of at most a million characters, without tags, anchors and aliases. */
  public static Result read(String path, String yaml) {
    Text text = new Text(path, yaml);
    Optional<Node.Mapping> mapping = Yaml.read(text, yaml, 1, MOST_CHARACTERS, MOST_LEVELS);
    return new Result(
        text.problems().isEmpty() ? mapping.map(ForeignYaml::map) : Optional.empty(),
        List.copyOf(text.problems()));
  }

  private static Map<String, Object> map(Node.Mapping mapping) {
    Map<String, Object> map = new LinkedHashMap<>();
    mapping.entries().forEach((key, entry) -> map.put(key, value(entry.value())));
    return map;
  }

  private static Object value(Node node) {
    return switch (node) {
      case Node.Scalar s -> s.text();
      case Node.Sequence s ->
          s.items().stream()
              .map(ForeignYaml::value)
              .collect(Collectors.toCollection(java.util.ArrayList::new));
      case Node.Mapping m -> map(m);
    };
  }
}
