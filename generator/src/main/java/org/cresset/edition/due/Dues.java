package org.cresset.edition.due;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.edition.due.Due.Kind;
import org.cresset.model.Action;
import org.cresset.model.Details;
import org.cresset.model.Permission;
import org.cresset.model.Status;

/** Everything with a date that somebody has to keep, from the articles of an edition. */
public final class Dues {
  private final Edition edition;
  private final List<Due> dues = new ArrayList<>();

  private Dues(Edition edition) {
    this.edition = edition;
  }

  /** All, the earliest first, however far away. */
  public static List<Due> of(Edition edition) {
    Dues all = new Dues(edition);
    edition.articles().values().forEach(all::enter);
    edition
        .team()
        .deadlines()
        .forEach(d -> all.dues.add(Due.time(Kind.EXPIRY, Optional.empty(), d.what(), d.by())));
    all.dues.sort(
        Comparator.comparing(Due::by)
            .thenComparing(Due::kind)
            .thenComparing(d -> d.document().map(l -> l.id().toString()).orElse(""))
            .thenComparing(Due::what));
    return List.copyOf(all.dues);
  }

  private void enter(Article a) {
    Optional<Link> link = Optional.of(a.link());
    a.embargo()
        .filter(t -> t.isAfter(edition.asOf()))
        .ifPresent(t -> dues.add(Due.time(Kind.EMBARGO, link, "embargo ends", t)));
    if (a.status() != Status.RETIRED && a.status() != Status.WITHDRAWN) {
      a.reviewOn().ifPresent(d -> dues.add(Due.day(Kind.REVIEW, link, "review", d)));
    }
    switch (a.details()) {
      case Details.Advisory d when a.status() == Status.INTERIM ->
          d.nextUpdate()
              .ifPresent(t -> dues.add(Due.time(Kind.UPDATE, link, "advisory update", t)));
      case Details.Report d -> report(a, d, link);
      default -> {}
    }
  }

  private void report(Article a, Details.Report d, Optional<Link> link) {
    d.times()
        .referAgain()
        .ifPresent(on -> dues.add(Due.day(Kind.REFERRED, link, "referred again", on)));
    d.actions().forEach(action -> action(action, link));
    d.permissions().forEach(p -> permission(p, link));
    if (OpenCases.isOpen(a)) {
      d.times()
          .nextUpdate()
          .ifPresent(t -> dues.add(Due.time(Kind.UPDATE, link, "report update", t)));
    }
    if (a.status() == Status.CLOSED && d.retention().legalHold().isEmpty()) {
      kept(d).ifPresent(on -> dues.add(Due.day(Kind.RETENTION, link, "retention ends", on)));
    }
  }

  private void action(Action action, Optional<Link> link) {
    if (action.done().isEmpty()) {
      action
          .by()
          .ifPresent(on ->
              dues.add(Due.day(Kind.ACTION, link, action.who() + ": " + action.delivers(), on)));
    }
  }

  /** Only while it lasts: what has run out is no work any more. */
  private void permission(Permission p, Optional<Link> link) {
    LocalDate today = edition.asOf().atOffset(ZoneOffset.UTC).toLocalDate();
    p.until()
        .filter(on -> !on.isBefore(today))
        .ifPresent(on ->
            dues.add(
                Due.day(
                    Kind.PERMISSION,
                    link,
                    "permission of " + p.constituent() + " for " + p.to() + " ends",
                    on)));
  }

  /** As the report says, else by the policy from when it was closed. */
  private Optional<LocalDate> kept(Details.Report d) {
    return d.retention()
        .retainUntil()
        .or(() ->
            d.times()
                .closed()
                .filter(c -> !edition.team().retention().isZero())
                .map(Dues::day)
                .map(on -> on.plus(edition.team().retention())));
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
