package org.cresset.edition.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.model.Action;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Status;
import org.cresset.model.TriageTarget;

/** How far the team keeps to its rules, where the records tell. */
public final class Compliance {
  /**
   * One rule.
   *
   * @param kept how often it was kept
   * @param of how often it could be
   * @param counted what is counted, in a sentence
   */
  public record Measured(String what, int kept, int of, String counted) {}

  private final Edition edition;
  private final List<Incident> cases;

  private Compliance(Edition edition) {
    this.edition = edition;
    this.cases = Incident.all(edition);
  }

  /** All that can be measured, in a fixed order; what never could be kept or broken is left out. */
  public static List<Measured> of(Edition edition) {
    Compliance c = new Compliance(edition);
    return List.of(
            c.firstContact(), c.updates(), c.handovers(), c.actions(), c.meetings(), c.reviews())
        .stream()
        .filter(m -> m.of() > 0)
        .toList();
  }

  private Measured firstContact() {
    int kept = 0;
    int of = 0;
    for (Incident i : cases) {
      Optional<TriageTarget> target = target(i);
      if (target.isPresent()) {
        List<Instant> contacts = contacts(i);
        of++;
        kept += within(i.opened(), contacts.stream().findFirst(), target.get().contact()) ? 1 : 0;
      }
    }
    return new Measured(
        "First contact within the target of its priority",
        kept,
        of,
        "Cases with a priority; one whose chronology has no contact counts as not kept.");
  }

  private Measured updates() {
    int kept = 0;
    int of = 0;
    for (Incident i : cases) {
      Optional<TriageTarget> target = target(i);
      List<Instant> contacts = new ArrayList<>(contacts(i));
      i.report().times().closed().filter(t -> !i.isOpen()).ifPresent(contacts::add);
      for (int n = 1; target.isPresent() && n < contacts.size(); n++) {
        of++;
        kept +=
            within(contacts.get(n - 1), Optional.of(contacts.get(n)), target.get().update())
                ? 1
                : 0;
      }
    }
    return new Measured(
        "Next update within the target of its priority",
        kept,
        of,
        "Times from one contact to the next, and to the closing of the case.");
  }

  /** Whoever hands over must be who took over before; else a handover was not written down. */
  private Measured handovers() {
    int kept = 0;
    int of = 0;
    for (Incident i : cases) {
      String holder = "";
      for (ChronologyEntry e : i.report().chronology()) {
        String[] ends = e.event().markdown().split("->", 2);
        if (e.kind().filter("handover"::equals).isPresent() && ends.length == 2) {
          of += holder.isEmpty() ? 0 : 1;
          kept += holder.equals(ends[0].strip()) ? 1 : 0;
          holder = ends[1].strip();
        }
      }
    }
    return new Measured(
        "Handovers that follow on from the one before",
        kept,
        of,
        "Handovers after the first of a case; where they don't, one was not recorded.");
  }

  private Measured actions() {
    int kept = 0;
    int of = 0;
    for (Incident i : cases) {
      for (Action a : i.report().actions()) {
        Optional<LocalDate> done = a.done().flatMap(Compliance::date);
        if (a.by().isPresent() && (done.isPresent() || a.by().get().isBefore(today()))) {
          of++;
          kept += done.filter(d -> !d.isAfter(a.by().get())).isPresent() ? 1 : 0;
        }
      }
    }
    return new Measured(
        "Actions done by their date", kept, of, "Actions that are done or whose date has passed.");
  }

  private Measured meetings() {
    List<Incident> closed = cases.stream().filter(i -> i.isIncident() && !i.isOpen()).toList();
    int kept = (int) closed.stream().filter(i -> i.report().postmortem().isPresent()).count();
    return new Measured(
        "Closed incidents with a post-mortem", kept, closed.size(), "All closed incidents.");
  }

  private Measured reviews() {
    List<LocalDate> reviews =
        edition.articles().values().stream()
            .filter(a -> a.status() != Status.RETIRED && a.status() != Status.WITHDRAWN)
            .map(Article::reviewOn)
            .flatMap(Optional::stream)
            .toList();
    int kept = (int) reviews.stream().filter(d -> !d.isBefore(today())).count();
    return new Measured(
        "Documents whose review is not overdue", kept, reviews.size(), "All that have a date.");
  }

  private Optional<TriageTarget> target(Incident i) {
    return i.report().triage().priority().map(edition.team().targets()::get);
  }

  private static List<Instant> contacts(Incident i) {
    return i.report().chronology().stream()
        .filter(e -> e.kind().filter("contact"::equals).isPresent())
        .map(ChronologyEntry::at)
        .filter(t -> !t.isBefore(i.opened()))
        .sorted()
        .toList();
  }

  private static boolean within(Instant from, Optional<Instant> to, Duration target) {
    return to.filter(t -> !t.isAfter(from.plus(target))).isPresent();
  }

  private LocalDate today() {
    return edition.asOf().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Optional<LocalDate> date(String done) {
    return done.matches("\\d{4}-\\d\\d-\\d\\d.*")
        ? Optional.of(LocalDate.parse(done.substring(0, 10)))
        : Optional.empty();
  }
}
