package org.cresset.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.disclosure.Spellings;
import org.cresset.document.Accepted;
import org.cresset.document.Document;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** Findings that somebody accepted, {@code disclosure_ok}, each with its reason. */
final class Acceptances {
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
    return new Acceptances(Accepted.of(document));
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
