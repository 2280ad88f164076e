package org.cresset.edition.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Severity;
import org.cresset.model.Status;

/** A case as it is counted. */
record Incident(Article article, Details.Report report, Instant opened) {

  /** Every case, of whatever category. */
  static List<Incident> all(Edition edition) {
    return those(edition, a -> a.status() != Status.DRAFT);
  }

  /** What others recorded, as long as it is a draft. */
  static List<Incident> received(Edition edition) {
    return those(
        edition, a -> a.status() == Status.DRAFT && edition.team().received().containsKey(a.id()));
  }

  private static List<Incident> those(Edition edition, Predicate<Article> wanted) {
    return edition.of(Kind.REPORT).stream()
        .filter(wanted)
        .flatMap(a ->
            a.details() instanceof Details.Report d
                ? Stream.of(new Incident(a, d, CaseTimes.opened(a, d)))
                : Stream.empty())
        .toList();
  }

  boolean isIncident() {
    return report.triage().category().equals("incident");
  }

  boolean isOpen() {
    return article.status() != Status.CLOSED;
  }

  YearMonth month() {
    return month(opened);
  }

  String year() {
    return String.valueOf(month().getYear());
  }

  /** Empty for what is closed without saying when, which the checks refuse. */
  Optional<YearMonth> closed() {
    return isOpen() ? Optional.empty() : report.times().closed().map(Incident::month);
  }

  /** The year in which it happened. */
  Optional<String> occurredIn() {
    return report.times().occurred().map(t -> String.valueOf(month(t).getYear()));
  }

  List<String> severity() {
    return report.severity().map(Severity::token).stream().toList();
  }

  Optional<Duration> toDetect() {
    return CaseTimes.toDetect(report.times());
  }

  Optional<Duration> toContain() {
    return CaseTimes.toContain(report.times());
  }

  Optional<Duration> toClose() {
    return isOpen() ? Optional.empty() : CaseTimes.toClose(report.times());
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }
}
