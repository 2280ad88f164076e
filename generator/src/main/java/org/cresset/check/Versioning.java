package org.cresset.check;

import java.util.HashSet;
import java.util.Set;
import org.cresset.document.Document;
import org.cresset.model.Revision;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/** The version and the revision history of a released advisory or policy agree with each other. */
final class Versioning {
  private Versioning() {}

  static void check(Findings findings, Document d) {
    if (d.history().isEmpty()) {
      if (d.version().isPresent() && !d.version().get().equals("1") && d.status() != Status.DRAFT) {
        mismatch(
            findings,
            d,
            d.at("version"),
            "version " + d.version().get() + " without a revision_history");
      }
      return;
    }
    Revision last = d.history().getLast();
    if (d.version().isPresent() && !d.version().get().equals(last.number())) {
      mismatch(
          findings,
          d,
          d.at("version"),
          "version " + d.version().get() + ", but the newest revision is " + last.number());
    }
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < d.history().size(); i++) {
      Revision r = d.history().get(i);
      boolean before = i > 0 && r.date().isBefore(d.history().get(i - 1).date());
      if (!numbers.add(r.number())
          || before
          || !r.number().matches("\\d+(\\.\\d+\\.\\d+(-.+)?)?")) {
        findings.wrong(
            d,
            Code.VERSION_ORDER,
            d.at("revision_history[" + i + "]"),
            "revision " + r.number() + (before ? ", older than the one before it" : ""),
            "integers or semantic versions, each once, oldest first",
            "correct number or date");
      }
    }
  }

  private static void mismatch(Findings findings, Document d, Span at, String found) {
    findings.wrong(
        d,
        Code.VERSION_MISMATCH,
        at,
        found,
        "version and newest revision to be the same",
        "run: cresset revise " + d.id().id() + " \"what changed\"");
  }
}
