package org.cresset.edition.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.model.Details;

/** How long a case took, in the same way wherever it is said. */
public final class CaseTimes {
  private CaseTimes() {}

  /** When a case came to the team: logged, else detected, else the time of its document. */
  public static Instant opened(Article article, Details.Report report) {
    Details.Times t = report.times();
    return t.logged().or(t::detected).orElse(article.versions().initial());
  }

  /** From when it occurred to when it was detected, where both are said. */
  public static Optional<Duration> toDetect(Details.Times t) {
    return between(t.occurred(), t.detected());
  }

  /** From when it was noticed to when it was contained. */
  public static Optional<Duration> toContain(Details.Times t) {
    return between(t.detected().or(t::logged), t.contained());
  }

  /** From the first log entry to closing. */
  public static Optional<Duration> toClose(Details.Times t) {
    return between(t.logged().or(t::detected), t.closed());
  }

  private static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(f -> to.map(t -> Duration.between(f, t))).filter(d -> !d.isNegative());
  }
}
