package org.cresset.search;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    values.put(Field.DURATION, words(report.times().duration().map(Duration::toDays)));
    values.put(Field.OCCURRED, words(report.times().occurred().map(ReportValues::day)));
  }

  private static List<String> observed(Details.Report report, Predicate<String> type) {
    return report.observables().stream()
        .filter(o -> type.test(o.type()))
        .map(Observable::value)
        .distinct()
        .toList();
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static List<String> words(Optional<?> value) {
    return value.map(String::valueOf).stream().toList();
  }
}
