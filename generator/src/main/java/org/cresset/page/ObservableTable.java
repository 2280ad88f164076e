package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cresset.csv.CsvTable;
import org.cresset.edition.Link;
import org.cresset.edition.seen.Seen;
import org.cresset.edition.seen.SeenIndex;

/** {@code observables.csv}: what an edition's cases have seen, for the tools of its readers. */
final class ObservableTable {
  private static final List<String> COLUMNS =
      List.of(
          "type",
          "value",
          "first_seen",
          "last_seen",
          "cases",
          "sightings",
          "sites",
          "reports",
          "basis");

  private ObservableTable() {}

  static String of(SeenIndex index) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    index.all().forEach(seen -> rows.add(row(seen)));
    return CsvTable.of(rows);
  }

  private static List<String> row(Seen seen) {
    return List.of(
        seen.indicator().type(),
        seen.indicator().value(),
        seen.first().toString(),
        seen.last().toString(),
        String.valueOf(seen.reports().size()),
        String.valueOf(seen.sightings()),
        String.join(" ", seen.sites()),
        seen.reports().stream().map(Link::id).map(id -> id.id()).collect(Collectors.joining(" ")),
        seen.occurrences().stream()
            .map(o -> o.basis())
            .filter(b -> !b.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" ")));
  }
}
