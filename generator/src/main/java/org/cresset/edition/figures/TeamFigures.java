package org.cresset.edition.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cresset.edition.Edition;
import org.cresset.edition.figures.Table.Form;
import org.cresset.edition.figures.Table.Row;
import org.cresset.model.Activity;
import org.cresset.model.Cost;
import org.cresset.model.Severity;
import org.cresset.model.Sighting;

/**
 * The statistics of the team's edition. They are computed from dates that are written in documents,
 * never from the day of the run, so that the same documents always give the same figures.
 */
public final class TeamFigures {
  private final Edition edition;
  private final List<Incident> all;
  private final List<Incident> incidents;

  private TeamFigures(Edition edition) {
    this.edition = edition;
    this.all = Incident.all(edition);
    this.incidents = all.stream().filter(Incident::isIncident).toList();
  }

  /** All tables that have something to show. */
  public static List<Table> of(Edition edition) {
    TeamFigures f = new TeamFigures(edition);
    return Stream.of(
            f.months(),
            f.years(),
            f.kinds(
                "severity",
                "By severity",
                "Severity",
                i -> List.of(i.report().severity().token()),
                severities()),
            f.kinds(
                "priority",
                "By priority",
                "Priority",
                TeamFigures::priority,
                Comparator.naturalOrder()),
            f.kinds(
                "method",
                "By method",
                "Method",
                i -> i.report().methods(),
                f.most(i -> i.report().methods())),
            f.kinds(
                "site",
                "By site",
                "Site",
                i -> i.report().sites(),
                f.most(i -> i.report().sites())),
            f.kinds(
                "software",
                "By software",
                "Software",
                i -> i.report().software(),
                f.most(i -> i.report().software())),
            f.categories(),
            f.sightings(),
            f.activity(),
            f.costs())
        .filter(t -> !t.rows().isEmpty())
        .toList();
  }

  /** What management needs and no more: no site, no method, no case by itself. */
  public static List<Table> forManagement(Edition edition) {
    List<String> ids = List.of("months", "years", "severity", "costs");
    return of(edition).stream().filter(t -> ids.contains(t.id())).toList();
  }

  private Table months() {
    SortedSet<YearMonth> touched = new TreeSet<>();
    incidents.forEach(i -> {
      touched.add(i.month());
      i.closed().ifPresent(touched::add);
    });
    List<Row> rows = new ArrayList<>();
    for (YearMonth month : span(touched)) {
      long opened = incidents.stream().filter(i -> i.month().equals(month)).count();
      long closed =
          incidents.stream().filter(i -> i.closed().filter(month::equals).isPresent()).count();
      long open =
          incidents.stream()
              .filter(i -> !i.month().isAfter(month))
              .filter(i -> i.closed().filter(c -> !c.isAfter(month)).isEmpty())
              .count();
      rows.add(row(month.toString(), opened, closed, open));
    }
    long open = incidents.stream().filter(Incident::isOpen).count();
    return new Table(
        "months",
        "Incidents by month",
        incidents.size()
            + " incidents came in, "
            + (incidents.size() - open)
            + " of them are closed, "
            + open
            + " are open.",
        List.of("Month", "Came in", "Closed", "Open at the end"),
        rows,
        Form.COLUMNS);
  }

  private Table years() {
    SortedMap<String, List<Incident>> years =
        by(incidents, i -> List.of(i.year()), Comparator.naturalOrder());
    List<Row> rows = new ArrayList<>();
    years.forEach((year, of) -> rows.add(new Row(year, times(of))));
    if (rows.size() > 1) {
      rows.add(new Row("All", times(incidents)));
    }
    return new Table(
        "years",
        "Time to contain and to close",
        "Half of the cases took no longer than the median; nine of ten no longer than the second figure.",
        List.of(
            "Year",
            "Incidents",
            "To contain: median",
            "To contain: 9 of 10",
            "To close: median",
            "To close: 9 of 10"),
        rows,
        Form.NONE);
  }

  private static List<Value> times(List<Incident> of) {
    return Stream.of(
            List.<Value>of(new Value.Count(of.size())),
            Percentiles.of(of.stream().flatMap(i -> i.toContain().stream()).toList()),
            Percentiles.of(of.stream().flatMap(i -> i.toClose().stream()).toList()))
        .flatMap(Collection::stream)
        .toList();
  }

  private Table kinds(
      String id,
      String title,
      String column,
      Function<Incident, List<String>> values,
      Comparator<String> order) {
    List<Row> rows = new ArrayList<>();
    by(incidents, values, order)
        .forEach((value, of) -> {
          List<Value> cells = new ArrayList<>(times(of));
          cells.add(1, new Value.Count(of.stream().filter(Incident::isOpen).count()));
          rows.add(new Row(value, List.copyOf(cells)));
        });
    long counted = incidents.stream().filter(i -> !values.apply(i).isEmpty()).count();
    long named = rows.stream().mapToLong(TeamFigures::first).sum();
    return new Table(
        id,
        title,
        most(rows)
            + "Known for "
            + counted
            + " of "
            + incidents.size()
            + " incidents"
            + (named > counted ? "; one case may count in several rows." : "."),
        List.of(
            column,
            "Incidents",
            "Open",
            "To contain: median",
            "To contain: 9 of 10",
            "To close: median",
            "To close: 9 of 10"),
        rows,
        Form.BARS);
  }

  /** The row that most incidents fall into, in words; nothing where several share the place. */
  private static String most(List<Row> rows) {
    long most = rows.stream().mapToLong(TeamFigures::first).max().orElse(0);
    List<Row> first = rows.stream().filter(r -> first(r) == most).toList();
    return first.size() == 1 ? "Most often: " + first.getFirst().name() + ", " + most + ". " : "";
  }

  private Table categories() {
    List<Row> rows = new ArrayList<>();
    by(all, i -> List.of(i.report().triage().category()), Comparator.naturalOrder())
        .forEach((category, of) ->
            rows.add(
                row(
                    category.replace('_', ' '),
                    of.size(),
                    of.stream().filter(Incident::isOpen).count())));
    return new Table(
        "category",
        "Requests by category",
        all.size() + " requests have a record of their own.",
        List.of("Category", "Requests", "Open"),
        rows,
        Form.BARS);
  }

  private Table sightings() {
    List<Sighting> sightings = edition.team().sightings();
    SortedMap<YearMonth, List<Sighting>> months = new TreeMap<>();
    sightings.forEach(s ->
        months
            .computeIfAbsent(
                YearMonth.from(s.at().atOffset(ZoneOffset.UTC)), m -> new ArrayList<>())
            .add(s));
    List<Row> rows = new ArrayList<>();
    for (YearMonth month : span(new TreeSet<>(months.keySet()))) {
      List<Sighting> of = months.getOrDefault(month, List.of());
      rows.add(
          row(
              month.toString(),
              of.size(),
              of.stream().filter(s -> s.outcome().filter("successful"::equals).isPresent()).count(),
              of.stream().flatMap(s -> s.site().stream()).distinct().count()));
    }
    return new Table(
        "sightings",
        "Small events",
        sightings.size() + " events were too small for a report of their own.",
        List.of("Month", "Events", "Successful", "Sites"),
        rows,
        Form.COLUMNS);
  }

  private Table activity() {
    SortedMap<YearMonth, long[]> months = new TreeMap<>();
    for (Activity a : edition.team().activity()) {
      long[] sums = months.computeIfAbsent(YearMonth.from(a.date()), m -> new long[4]);
      sums[0] += a.calls();
      sums[1] += a.emails();
      sums[2] += a.queries();
      sums[3] += a.requests();
    }
    List<Row> rows = new ArrayList<>();
    for (YearMonth month : span(new TreeSet<>(months.keySet()))) {
      long[] sums = months.getOrDefault(month, new long[4]);
      rows.add(row(month.toString(), sums));
    }
    long total = months.values().stream().flatMapToLong(Arrays::stream).sum();
    return new Table(
        "activity",
        "Calls, mails, queries and requests",
        total + " in all.",
        List.of("Month", "Calls", "Mails", "Queries", "Requests"),
        rows,
        Form.COLUMNS);
  }

  /** One row for each year, part and currency, and hours where they were written down. */
  private Table costs() {
    SortedMap<String, BigDecimal[]> sums = new TreeMap<>();
    SortedSet<String> currencies = new TreeSet<>();
    for (Incident i : all) {
      i.report().costs().forEach(c -> c.amount().ifPresent(a -> currencies.add(currency(c))));
    }
    List<String> units = List.copyOf(currencies);
    for (Incident i : all) {
      for (Cost c : i.report().costs()) {
        BigDecimal[] row =
            sums.computeIfAbsent(i.year() + ", " + c.part(), k -> zeros(units.size() + 1));
        c.amount()
            .ifPresent(
                a -> row[units.indexOf(currency(c))] = row[units.indexOf(currency(c))].add(a));
        c.hours().ifPresent(h -> row[units.size()] = row[units.size()].add(h));
      }
    }
    List<Row> rows = new ArrayList<>();
    sums.forEach((name, row) -> rows.add(amounts(name, row)));
    BigDecimal[] total = zeros(units.size() + 1);
    sums.values().forEach(row -> Arrays.setAll(total, n -> total[n].add(row[n])));
    if (rows.size() > 1) {
      rows.add(amounts("All", total));
    }
    List<String> columns = new ArrayList<>(List.of("Year, part"));
    columns.addAll(units);
    columns.add("Hours");
    long with = all.stream().filter(i -> !i.report().costs().isEmpty()).count();
    return new Table(
        "costs",
        "Costs",
        with + " of " + all.size() + " cases have an estimate.",
        List.copyOf(columns),
        rows,
        Form.NONE);
  }

  private static Row amounts(String name, BigDecimal[] row) {
    return new Row(name, Arrays.stream(row).<Value>map(Value.Amount::new).toList());
  }

  private static BigDecimal[] zeros(int count) {
    BigDecimal[] zeros = new BigDecimal[count];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private static String currency(Cost cost) {
    return cost.currency().orElse("No currency");
  }

  private static Row row(String name, long... counts) {
    return new Row(name, Arrays.stream(counts).<Value>mapToObj(Value.Count::new).toList());
  }

  private static long first(Row row) {
    return row.values().getFirst() instanceof Value.Count(long number) ? number : 0;
  }

  private static List<String> priority(Incident i) {
    return i.report().triage().priority().map(String::valueOf).stream().toList();
  }

  private static Comparator<String> severities() {
    List<String> ranks = Arrays.stream(Severity.values()).map(Severity::token).toList().reversed();
    return Comparator.comparing(ranks::indexOf);
  }

  /** The most frequent first. */
  private Comparator<String> most(Function<Incident, List<String>> values) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    incidents.forEach(
        i -> new TreeSet<>(values.apply(i)).forEach(v -> counts.merge(v, 1, Integer::sum)));
    return Comparator.comparing((String v) -> -counts.getOrDefault(v, 0))
        .thenComparing(Comparator.naturalOrder());
  }

  private static SortedMap<String, List<Incident>> by(
      List<Incident> incidents, Function<Incident, List<String>> values, Comparator<String> order) {
    SortedMap<String, List<Incident>> by = new TreeMap<>(order);
    for (Incident i : incidents) {
      values.apply(i).stream()
          .distinct()
          .forEach(v -> by.computeIfAbsent(v, k -> new ArrayList<>()).add(i));
    }
    return by;
  }

  /** Every month from the first to the last. */
  private static List<YearMonth> span(SortedSet<YearMonth> months) {
    List<YearMonth> span = new ArrayList<>();
    if (!months.isEmpty()) {
      for (YearMonth m = months.first(); !m.isAfter(months.last()); m = m.plusMonths(1)) {
        span.add(m);
      }
    }
    return span;
  }
}
