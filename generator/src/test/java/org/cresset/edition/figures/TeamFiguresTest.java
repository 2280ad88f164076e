package org.cresset.edition.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every cell of every table equals a recount from the values that the files were written from. */
class TeamFiguresTest {
  @TempDir private Path root;
  private List<RawCase> all = List.of();
  private Map<String, Table> tables = Map.of();

  @BeforeEach
  void someCases() {
    all = RawCase.some(120);
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      files.put("reports/1000000" + (100 + i) + ".md", all.get(i).written());
    }
    String draft = all.getFirst().written().replaceFirst("status: \\w+", "status: draft");
    files.put("reports/1000000099.md", draft);
    files.put(
        "activity/2026.csv",
        "date,calls,emails,queries,requests\n2026-01-05,2,21,0,3\n2026-01-06,1,1,1,1\n2026-03-01,0,0,4,0\n");
    files.put(
        "sightings/2026.csv",
        """
        at,site,type,value,method,outcome,report
        2026-01-31T23:59Z,northgate,ipv4,192.0.2.1,scanning,unsuccessful,
        2026-02-01T00:00Z,northgate,ipv4,192.0.2.1,scanning,successful,
        2026-02-01T00:01Z,kelpie,ipv4,192.0.2.2,scanning,unsuccessful,
        2026-02-09T05:00Z,kelpie,ipv4,192.0.2.1,scanning,successful,
        2026-04-09T05:00Z,,ipv4,192.0.2.1,scanning,,
        """);
    Map<String, Table> byId = new TreeMap<>();
    TeamFigures.of(Editions.staff(root, files)).forEach(t -> byId.put(t.id(), t));
    tables = byId;
  }

  private List<RawCase> incidents() {
    return those(c -> c.category().equals("incident"));
  }

  private List<RawCase> those(Predicate<RawCase> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private List<List<String>> rows(String table) {
    List<List<String>> plain = tables.get(table).plain();
    return plain.subList(1, plain.size());
  }

  @Test
  void months() {
    YearMonth first = incidents().stream().map(RawCase::month).min(YearMonth::compareTo).get();
    List<List<String>> counted = new ArrayList<>();
    for (YearMonth m = first; counted.size() < rows("months").size(); m = m.plusMonths(1)) {
      YearMonth month = m;
      Predicate<RawCase> closed = c -> c.closedIn().filter(month::equals).isPresent();
      Predicate<RawCase> later = c -> c.closedIn().map(month::isBefore).orElse(true);
      counted.add(
          List.of(
              "" + m,
              "" + incidents().stream().filter(c -> c.month().equals(month)).count(),
              "" + incidents().stream().filter(closed).count(),
              ""
                  + incidents().stream()
                      .filter(c -> !c.month().isAfter(month))
                      .filter(later)
                      .count()));
    }
    assertThat(rows("months")).isEqualTo(counted).hasSizeGreaterThan(24);
    long open = incidents().stream().filter(c -> c.closed().isEmpty()).count();
    assertThat(tables.get("months").sentence())
        .isEqualTo(
            incidents().size()
                + " incidents came in, "
                + (incidents().size() - open)
                + " of them are closed, "
                + open
                + " are open.");
  }

  @Test
  void times() {
    List<List<String>> years = new ArrayList<>();
    for (int year = 2024; year <= 2026; year++) {
      int y = year;
      years.add(times("" + y, incidents().stream().filter(c -> c.month().getYear() == y).toList()));
    }
    years.add(times("All", incidents()));
    assertThat(rows("years")).isEqualTo(years);
  }

  @Test
  void kinds() {
    List<String> worst = List.of("critical", "high", "medium", "low", "none");
    kinds("severity", c -> List.of(c.severity()), Comparator.comparing(worst::indexOf));
    kinds(
        "priority",
        c -> c.priority().map(String::valueOf).stream().toList(),
        Comparator.naturalOrder());
    kinds("method", RawCase::methods, often(RawCase::methods));
    kinds("site", RawCase::sites, often(RawCase::sites));
    kinds("software", RawCase::software, often(RawCase::software));
  }

  private void kinds(
      String table, Function<RawCase, List<String>> values, Comparator<String> order) {
    SortedSet<String> names = new TreeSet<>(order);
    incidents().forEach(c -> names.addAll(values.apply(c)));
    List<List<String>> counted = new ArrayList<>();
    for (String name : names) {
      List<RawCase> of = incidents().stream().filter(c -> values.apply(c).contains(name)).toList();
      List<String> row = new ArrayList<>(times(name, of));
      row.add(2, "" + of.stream().filter(c -> c.closed().isEmpty()).count());
      counted.add(row);
    }
    assertThat(rows(table)).as(table).isEqualTo(counted).hasSizeGreaterThan(2);
    long known = incidents().stream().filter(c -> !values.apply(c).isEmpty()).count();
    assertThat(tables.get(table).sentence())
        .contains("Known for " + known + " of " + incidents().size() + " incidents");
  }

  private Comparator<String> often(Function<RawCase, List<String>> values) {
    Comparator<String> often =
        Comparator.comparing(
            v -> -incidents().stream().filter(c -> values.apply(c).contains(v)).count());
    return often.thenComparing(Comparator.naturalOrder());
  }

  private static List<String> times(String name, List<RawCase> of) {
    List<String> row = new ArrayList<>(List.of(name, "" + of.size()));
    row.addAll(ranks(of, RawCase::contained));
    row.addAll(ranks(of, RawCase::closed));
    return row;
  }

  /** Median and ninetieth percentile in hours, by the nearest rank. */
  private static List<String> ranks(List<RawCase> of, Function<RawCase, Optional<Duration>> taken) {
    List<Long> minutes =
        of.stream()
            .flatMap(c -> taken.apply(c).stream())
            .map(Duration::toMinutes)
            .sorted()
            .toList();
    List<String> ranks = new ArrayList<>();
    for (double part : new double[] {0.5, 0.9}) {
      ranks.add(
          minutes.isEmpty()
              ? ""
              : new BigDecimal(minutes.get((int) Math.ceil(minutes.size() * part) - 1))
                  .divide(new BigDecimal(60), 1, RoundingMode.HALF_UP)
                  .toPlainString());
    }
    return ranks;
  }

  @Test
  void costsOfAllCases() {
    SortedSet<String> names = new TreeSet<>();
    all.forEach(c -> names.add(c.month().getYear() + ", " + c.part()));
    List<List<String>> counted = new ArrayList<>();
    for (String name : names) {
      counted.add(sums(name, those(c -> name.equals(c.month().getYear() + ", " + c.part()))));
    }
    counted.add(sums("All", all));
    assertThat(rows("costs")).isEqualTo(counted);
    assertThat(tables.get("costs").columns()).containsExactly("Year, part", "AUD", "EUR", "Hours");
  }

  private static List<String> sums(String name, List<RawCase> of) {
    return List.of(
        name,
        "" + of.stream().filter(c -> c.currency().equals("AUD")).mapToInt(RawCase::cost).sum(),
        "" + of.stream().filter(c -> c.currency().equals("EUR")).mapToInt(RawCase::cost).sum(),
        "" + of.size());
  }

  @Test
  void requestsSmallEventsAndCalls() {
    int requests = all.size() - incidents().size();
    long open = those(c -> !incidents().contains(c) && c.closed().isEmpty()).size();
    assertThat(rows("category"))
        .contains(List.of("information request", "" + requests, "" + open))
        .hasSize(2);
    assertThat(rows("sightings"))
        .containsExactly(
            List.of("2026-01", "1", "0", "1"),
            List.of("2026-02", "3", "2", "2"),
            List.of("2026-03", "0", "0", "0"),
            List.of("2026-04", "1", "0", "0"));
    assertThat(tables.get("activity").plain())
        .containsExactly(
            List.of("Month", "Calls", "Mails", "Queries", "Requests"),
            List.of("2026-01", "3", "22", "1", "4"),
            List.of("2026-02", "0", "0", "0", "0"),
            List.of("2026-03", "0", "0", "4", "0"));
  }

  @Test
  void noTableIsWithoutARecount() {
    assertThat(tables.keySet())
        .containsExactly(
            "activity",
            "category",
            "costs",
            "method",
            "months",
            "priority",
            "severity",
            "sightings",
            "site",
            "software",
            "years");
  }

  @Test
  void managementSeesNoSiteAndNoMethod() {
    assertThat(TeamFigures.forManagement(TeamFigures.of(Editions.staff(root, Map.of()))))
        .extracting(Table::id)
        .containsExactly("months", "years", "severity", "costs");
  }
}
