package org.cresset.edition.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.edition.Edition;

/**
 * What the records of others say that nobody of the team has confirmed: drafts with an origin, such
 * as imported ones. They count apart from the team's own cases, by when they happened.
 */
public final class ReceivedFigures {
  private static final List<CaseTables.Length> LENGTHS =
      List.of(
          new CaseTables.Length("To detect", Incident::toDetect),
          new CaseTables.Length("To contain", Incident::toContain),
          new CaseTables.Length("To close", i -> CaseTimes.toClose(i.report().times())));

  private ReceivedFigures() {}

  /** All tables that have something to show. */
  public static List<Table> of(Edition edition) {
    List<Incident> cases = Incident.received(edition);
    List<CaseTables.Length> said =
        LENGTHS.stream()
            .filter(l -> cases.stream().anyMatch(i -> l.of().apply(i).isPresent()))
            .toList();
    CaseTables tables = new CaseTables("received-", "records", cases, false, said);
    return Stream.of(
            tables.years(
                "Records by year",
                cases.stream().filter(i -> i.occurredIn().isPresent()).count()
                    + " of "
                    + cases.size()
                    + " records say when it happened.",
                "Year",
                i -> List.of(year(i))),
            tables.kinds(
                "severity",
                "Records by severity",
                "Severity",
                Incident::severity,
                TeamFigures.severities()),
            tables.most(
                "outcome", "Records by outcome", "Outcome", i -> list(i.report().outcome())),
            tables.most("method", "Records by method", "Method", i -> i.report().methods()),
            tables.most("keyword", "Records by keyword", "Keyword", i -> i.article().keywords()),
            tables.most("location", "Records by location", "Location", i -> i.report().locations()),
            tables.most("software", "Records by software", "Software", i -> i.report().software()),
            tables.most("discovered", "Records by who noticed", "Noticed by", i -> discovered(i)),
            CostTable.of("received-costs", "Costs in records", cases, ReceivedFigures::year))
        .filter(t -> !t.rows().isEmpty())
        .toList();
  }

  private static String year(Incident i) {
    return i.occurredIn().orElse("not said");
  }

  private static List<String> discovered(Incident i) {
    return list(i.report().intake().map(said -> said.answers().getOrDefault("discovered_by", "")));
  }

  private static List<String> list(Optional<String> value) {
    return value.filter(v -> !v.isEmpty()).stream().toList();
  }
}
