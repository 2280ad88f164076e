package org.cresset.edition.due;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.figures.CaseTimes;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;

/** Cases that are not closed, the most urgent first. */
public final class OpenCases {
  /** What a case without a priority is sorted as. */
  public static final int NO_PRIORITY = 9;

  private OpenCases() {}

  /**
   * An open case.
   *
   * @param lastContact the newest contact in its chronology
   * @param expected by when the next contact is due: as promised, else by the targets of its
   *     priority; absent where there is neither
   * @param promised whether somebody was promised that time
   */
  public record Case(
      Article article,
      Details.Report report,
      int priority,
      Optional<Instant> lastContact,
      Optional<Instant> expected,
      boolean promised) {}

  /** By priority, then by when they came in. */
  public static List<Case> of(Edition edition) {
    return edition.of(Kind.REPORT).stream()
        .filter(OpenCases::isOpen)
        .flatMap(a ->
            a.details() instanceof Details.Report d
                ? Optional.of(open(edition, a, d)).stream()
                : Optional.<Case>empty().stream())
        .sorted(
            Comparator.comparing(Case::priority)
                .thenComparing(c -> c.article().began())
                .thenComparing(c -> c.article().id()))
        .toList();
  }

  static boolean isOpen(Article article) {
    return article.status() == Status.OPEN || article.status() == Status.ON_HOLD;
  }

  private static Case open(Edition edition, Article a, Details.Report d) {
    int priority = d.triage().priority().orElse(NO_PRIORITY);
    Optional<Instant> last = lastContact(d);
    Optional<Instant> promised = d.times().nextUpdate();
    Optional<Instant> target =
        Optional.ofNullable(edition.team().targets().get(priority))
            .map(t ->
                last.map(l -> l.plus(t.update()))
                    .orElseGet(() -> CaseTimes.opened(a, d).plus(t.contact())));
    // On hold nobody waits for us, unless we promised.
    Optional<Instant> expected =
        a.status() == Status.ON_HOLD ? promised : promised.or(() -> target);
    return new Case(a, d, priority, last, expected, promised.isPresent());
  }

  private static Optional<Instant> lastContact(Details.Report d) {
    return d.chronology().stream()
        .filter(e -> e.kind().filter("contact"::equals).isPresent())
        .map(ChronologyEntry::at)
        .max(Comparator.naturalOrder());
  }
}
