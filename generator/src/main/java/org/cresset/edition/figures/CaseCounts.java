package org.cresset.edition.figures;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.cresset.edition.Edition;
import org.cresset.model.Severity;

/**
 * Counts the incidents of an edition that came to the team within some days, both inclusive, by
 * what is asked most (S21). Drafts do not count, nor do reports of other categories.
 */
public final class CaseCounts {
  private static final List<String> TIMES =
      List.of("less than a day", "1 to 7 days", "8 to 30 days", "more than 30 days", "not closed");

  private final LocalDate from;
  private final LocalDate to;
  private final List<Incident> cases;

  public CaseCounts(Edition edition, LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
    this.cases =
        Incident.all(edition).stream()
            .filter(Incident::isIncident)
            .filter(c -> !day(c).isBefore(from) && !day(c).isAfter(to))
            .toList();
  }

  private static LocalDate day(Incident c) {
    return c.opened().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** How many there are. */
  public int size() {
    return cases.size();
  }

  /**
   * By period and severity, outcome, time to closure, method. No two tables but the last have more
   * in common than their total: what one of them hides the others do not tell.
   */
  public List<CountTable> tables(Period by) {
    return List.of(
        periods(by),
        list(
            "By outcome",
            "Outcome",
            List.of("successful", "unsuccessful", "unknown"),
            c -> List.of(c.report().outcome().orElse("unknown"))),
        list("By time to closure", "Closed after", TIMES, c -> List.of(time(c))),
        methods());
  }

  /** The periods that are the rows of the first table. */
  public enum Period {
    MONTH,
    QUARTER,
    YEAR;

    String of(LocalDate day) {
      return switch (this) {
        case MONTH -> YearMonth.from(day).toString();
        case QUARTER -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
        case YEAR -> String.valueOf(day.getYear());
      };
    }
  }

  private CountTable periods(Period by) {
    SortedSet<String> periods = new TreeSet<>();
    for (LocalDate day = from.withDayOfMonth(1); !day.isAfter(to); day = day.plusMonths(1)) {
      periods.add(by.of(day));
    }
    List<List<Integer>> counts = new ArrayList<>();
    for (String period : periods) {
      List<Incident> those = cases.stream().filter(c -> by.of(day(c)).equals(period)).toList();
      counts.add(
          Arrays.stream(Severity.values())
              .map(s ->
                  (int)
                      those.stream()
                          .filter(c -> c.report().severity().equals(Optional.of(s)))
                          .count())
              .toList());
    }
    List<String> severities =
        Arrays.stream(Severity.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
    String name = by.name().charAt(0) + by.name().substring(1).toLowerCase(Locale.ROOT);
    return new CountTable(
        "By time and severity", name, List.copyOf(periods), severities, counts, true);
  }

  private static String time(Incident c) {
    Optional<Duration> taken = CaseTimes.toClose(c.report().times());
    if (taken.isEmpty()) {
      return TIMES.getLast();
    }
    long days = taken.get().toDays();
    return TIMES.get(days < 1 ? 0 : days <= 7 ? 1 : days <= 30 ? 2 : 3);
  }

  private CountTable methods() {
    SortedSet<String> all = new TreeSet<>();
    cases.forEach(c -> all.addAll(c.report().methods()));
    CountTable table =
        list(
            "By method",
            "Method",
            List.copyOf(all),
            c -> c.report().methods().stream().distinct().toList());
    return new CountTable(
        table.title(), table.rowsAre(), table.rows(), table.columns(), table.counts(), false);
  }

  private CountTable list(
      String title, String rowsAre, List<String> rows, Function<Incident, List<String>> of) {
    List<List<Integer>> counts =
        rows.stream()
            .map(
                row -> List.of((int) cases.stream().filter(c -> of.apply(c).contains(row)).count()))
            .toList();
    return new CountTable(title, rowsAre, rows, List.of("incidents"), counts, true);
  }
}
