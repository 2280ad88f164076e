package org.cresset.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What only one kind of document has. Markdown values are {@link MarkedText}: with their fences in
 * a document, cut in an article. References are ids as written in a document, and in an article
 * only those that its reader may follow.
 */
public sealed interface Details {

  /** An advisory: one issue, its scope, severity and solutions. */
  record Advisory(
      String action,
      String category,
      Optional<Severity> severity,
      Optional<String> severityReason,
      Optional<Exploitation> exploitation,
      Optional<Knowledge> knowledge,
      Optional<Instant> nextUpdate,
      List<Product> products,
      List<Vulnerability> vulnerabilities,
      List<Solution> solutions,
      List<String> supersedes,
      Optional<Withdrawal> withdrawn,
      List<Acknowledgment> acknowledgments,
      List<Coordination> coordination)
      implements Details {}

  /**
   * A follow-up report: the dossier of one incident or series.
   *
   * @param severity absent only in drafts
   */
  record Report(
      Optional<Severity> severity,
      String controller,
      Triage triage,
      Times times,
      Optional<String> outcome,
      Optional<Intake> intake,
      List<String> sites,
      List<String> locations,
      List<String> methods,
      List<String> software,
      List<String> advisories,
      List<String> related,
      Optional<String> partOf,
      List<Observable> observables,
      List<ChronologyEntry> chronology,
      List<Hypothesis> hypotheses,
      List<Evidence> evidence,
      List<Cost> costs,
      List<Action> actions,
      List<Contact> contacts,
      List<Permission> permissions,
      Optional<Postmortem> postmortem,
      MarkedText resolution,
      Retention retention)
      implements Details {}

  /** The times of a case, in order as far as known. */
  record Times(
      Optional<Instant> logged,
      Optional<Instant> occurred,
      Optional<Instant> detected,
      Optional<Instant> contained,
      Optional<Instant> closed,
      Optional<LocalDate> referAgain,
      Optional<Instant> nextUpdate) {
    /** From when it happened, as far as known, to when it was closed or at least contained. */
    public Optional<Duration> duration() {
      Optional<Instant> to = closed.or(() -> contained);
      return occurred
          .or(() -> detected)
          .or(() -> logged)
          .flatMap(
              from -> to.map(t -> t.isBefore(from) ? Duration.ZERO : Duration.between(from, t)));
    }
  }

  /** How long a report is kept, and why longer. */
  record Retention(Optional<LocalDate> retainUntil, Optional<String> legalHold) {}

  /** What goes to somebody about a report. */
  record Notice(
      String type, Optional<String> of, Optional<String> approvedBy, Optional<String> legalBasis)
      implements Details {}

  /** A policy (what holds) or a procedure (how to do it). */
  record Policy(
      String type,
      Optional<String> approvedBy,
      Optional<LocalDate> approvedOn,
      Optional<LocalDate> effectiveFrom,
      List<String> implementsPolicies,
      List<String> supersedes,
      boolean announce,
      List<Measure> measures)
      implements Details {}

  /** A glossary entry; the body is the definition and its first paragraph the pop-up. */
  record Term(Optional<String> abbreviation, List<String> also, List<String> see)
      implements Details {}

  /** Any other page. */
  record Page(Optional<String> type, Optional<String> summary, Optional<Integer> order)
      implements Details {}
}
