package org.cresset.edition.figures;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cresset.edition.Edition;
import org.cresset.edition.figures.Table.Form;
import org.cresset.edition.figures.Table.Row;
import org.cresset.model.Activity;
import org.cresset.model.Severity;
import org.cresset.model.Sighting;

/**
 * The statistics of the team's edition. They are computed from dates that are written in documents,
 * never from the day of the run, so that the same documents always give the same figures.
 */
public final class TeamFigures {
  private static final List<CaseTables.Length> LENGTHS =
      List.of(
          new CaseTables.Length("To contain", Incident::toContain),
          new CaseTables.Length("To close", Incident::toClose));

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
    CaseTables cases = new CaseTables("", "incidents", f.incidents, true, LENGTHS);
    return Stream.of(
            f.months(),
            cases.years(
                "Time to contain and to close",
                "Half of the cases took no longer than the median; nine of ten no longer than the"
                    + " second figure.",
                "Year",
                i -> List.of(i.year())),
            cases.kinds("severity", "By severity", "Severity", Incident::severity, severities()),
            cases.kinds(
                "priority",
                "By priority",
                "Priority",
                TeamFigures::priority,
                Comparator.naturalOrder()),
            cases.most("method", "By method", "Method", i -> i.report().methods()),
            cases.most("site", "By site", "Site", i -> i.report().sites()),
            cases.most("software", "By software", "Software", i -> i.report().software()),
            f.categories(),
            f.sightings(),
            f.activity(),
            CostTable.of("costs", "Costs", f.all, Incident::year))
        .filter(t -> !t.rows().isEmpty())
        .toList();
  }

  /** What management needs and no more: no site, no method, no case by itself. */
  public static List<Table> forManagement(List<Table> all) {
    List<String> ids = List.of("months", "years", "severity", "costs");
    return all.stream().filter(t -> ids.contains(t.id())).toList();
  }

  private Table months() {
    SortedMap<YearMonth, Long> opened = new TreeMap<>();
    SortedMap<YearMonth, Long> closed = new TreeMap<>();
    SortedMap<YearMonth, Long> ended = new TreeMap<>();
    incidents.forEach(i -> {
      YearMonth came = i.month();
      opened.merge(came, 1L, Long::sum);
      i.closed()
          .ifPresent(m -> {
            closed.merge(m, 1L, Long::sum);
            // One that was closed before it came in is never counted as open.
            ended.merge(m.isBefore(came) ? came : m, 1L, Long::sum);
          });
    });
    SortedSet<YearMonth> touched = new TreeSet<>(opened.keySet());
    touched.addAll(closed.keySet());
    List<Row> rows = new ArrayList<>();
    long pending = 0;
    for (YearMonth month : span(touched)) {
      long in = opened.getOrDefault(month, 0L);
      pending += in - ended.getOrDefault(month, 0L);
      rows.add(row(month.toString(), in, closed.getOrDefault(month, 0L), pending));
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

  private Table categories() {
    List<Row> rows = new ArrayList<>();
    CaseTables.by(all, i -> List.of(i.report().triage().category()), Comparator.naturalOrder())
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

  private static Row row(String name, long... counts) {
    return new Row(name, Arrays.stream(counts).<Value>mapToObj(Value.Count::new).toList());
  }

  private static List<String> priority(Incident i) {
    return i.report().triage().priority().map(String::valueOf).stream().toList();
  }

  static Comparator<String> severities() {
    List<String> ranks = Arrays.stream(Severity.values()).map(Severity::token).toList().reversed();
    return Comparator.comparing(ranks::indexOf);
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
