package org.cresset.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cresset.disclosure.Spellings;
import org.cresset.document.Document;
import org.cresset.document.Node;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** Findings that somebody accepted, {@code disclosure_ok}, each with its reason. */
final class Acceptances {
  private record Accepted(String text, String reason, String by, Span at) {}

  private final List<Accepted> all;
  private final Set<Accepted> used = new HashSet<>();

  private Acceptances(List<Accepted> all) {
    this.all = all;
  }

  /** Where nothing can be accepted. */
  static Acceptances none() {
    return new Acceptances(List.of());
  }

  static Acceptances of(Document document) {
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
    return new Acceptances(all);
  }

  private static String word(Node.Mapping map, String key) {
    Node.Entry entry = map.entries().get(key);
    return entry != null && entry.value() instanceof Node.Scalar s ? s.text() : "";
  }

  /** The note of an acceptance of that text, if there is one. */
  Optional<Problem> of(String text, Span at) {
    for (Accepted accepted : all) {
      if (Spellings.same(accepted.text(), text)) {
        used.add(accepted);
        return Optional.of(
            Problem.of(
                    Code.DISCLOSURE_ACCEPTED,
                    at,
                    "'" + text + "', accepted by " + accepted.by() + ": " + accepted.reason(),
                    "",
                    "")
                .withRelated(List.of(accepted.at())));
      }
    }
    return Optional.empty();
  }

  /** Those that accept nothing any more. */
  List<Problem> unused() {
    return all.stream()
        .filter(a -> !used.contains(a))
        .map(a ->
            Problem.of(
                Code.DISCLOSURE_OK_UNUSED,
                a.at(),
                "an acceptance of '" + a.text() + "', which nothing finds here",
                "the text of a finding",
                "remove it, or write the text as the finding shows it"))
        .toList();
  }
}
