package org.cresset.check;

import java.util.List;
import java.util.Optional;
import org.cresset.document.Library;
import org.cresset.document.SmallEvents;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** What rows of {@code sightings/} name must be there. All of it is for the team alone. */
final class SmallEventRules {
  private final Findings findings;
  private final Library library;
  private final List<String> methods;

  SmallEventRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
    this.methods = library.configuration().methods();
  }

  void check() {
    for (SmallEvents.Seen seen : library.events().sightings()) {
      seen.sighting()
          .site()
          .filter(s -> !library.register().organisations().containsKey(s))
          .ifPresent(
              s -> dangling(seen.site(), "the site '" + s + "'", "an id of the register, or none"));
      seen.sighting()
          .report()
          .filter(r -> !library.documents().containsKey(new DocumentId(Kind.REPORT, r)))
          .ifPresent(r ->
              dangling(seen.report(), "the report '" + r + "'", "the id of a report, or none"));
      seen.sighting()
          .method()
          .filter(m -> !methods.isEmpty() && !methods.contains(m))
          .ifPresent(m ->
              add(
                  seen.method(),
                  Code.METHOD_UNKNOWN,
                  "the method '" + m + "'",
                  "one of " + String.join(", ", methods),
                  "correct it, or add it to vocabulary.methods in cresset.yaml"));
    }
  }

  private void dangling(Span at, String found, String expected) {
    add(
        at,
        Code.REFERENCE_DANGLING,
        found + ", which is not there",
        expected,
        "correct it, or leave the cell empty");
  }

  private void add(Span at, Code code, String found, String expected, String help) {
    findings.add(Problem.of(code, at, found, expected, help), Optional.empty());
  }
}
