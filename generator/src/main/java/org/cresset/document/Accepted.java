package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.problem.Span;

/** An entry of {@code disclosure_ok}: a finding that somebody accepted, and why. */
public record Accepted(String text, String reason, String by, Span at) {

  /** Those of a document that say all three. */
  public static List<Accepted> of(Document document) {
    List<Accepted> all = new ArrayList<>();
    Node.Entry entry = document.front().entries().get("disclosure_ok");
    Node value = entry == null ? null : entry.value();
    for (Node item :
        value instanceof Node.Sequence s ? s.items() : Stream.ofNullable(value).toList()) {
      if (item instanceof Node.Mapping m
          && !word(m, "text").isBlank()
          && !word(m, "reason").isBlank()
          && !word(m, "by").isBlank()) {
        all.add(new Accepted(word(m, "text"), word(m, "reason"), word(m, "by"), m.at()));
      }
    }
    return List.copyOf(all);
  }

  private static String word(Node.Mapping map, String key) {
    Node.Entry entry = map.entries().get(key);
    return entry != null && entry.value() instanceof Node.Scalar s ? s.text() : "";
  }
}
