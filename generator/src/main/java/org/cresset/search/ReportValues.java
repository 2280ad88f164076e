package org.cresset.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cresset.model.Details;
import org.cresset.model.Observable;

/** The searchable fields that only reports have. */
final class ReportValues {
  private ReportValues() {}

  static void put(Details.Report report, Map<Field, List<String>> values) {
    values.put(Field.SITE, report.sites());
    values.put(Field.LOCATION, report.locations());
    values.put(Field.METHOD, report.methods());
    values.put(Field.SOFTWARE, report.software());
    values.put(Field.PRODUCT, report.software());
    values.put(Field.CVE, observed(report, t -> t.equals("cve")));
    values.put(Field.IP, observed(report, t -> t.startsWith("ipv") || t.equals("network")));
    values.put(Field.DURATION, duration(report.times()).map(String::valueOf).stream().toList());
  }

  private static List<String> observed(Details.Report report, Predicate<String> type) {
    return report.observables().stream()
        .filter(o -> type.test(o.type()))
        .map(Observable::value)
        .distinct()
        .toList();
  }

  /** Whole days from when it happened, or else was detected or logged, until it was closed. */
  private static Optional<Long> duration(Details.Times times) {
    Optional<Instant> from = times.occurred().or(times::detected).or(times::logged);
    return from.flatMap(f -> times.closed().map(c -> Math.max(0, Duration.between(f, c).toDays())));
  }
}
