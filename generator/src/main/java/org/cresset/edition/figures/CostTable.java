package org.cresset.edition.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.cresset.edition.figures.Table.Form;
import org.cresset.edition.figures.Table.Row;
import org.cresset.model.Cost;

/** What cases cost, by currency, and the hours that were written down. */
final class CostTable {
  private final List<Incident> cases;
  private final List<String> currencies;

  private CostTable(List<Incident> cases) {
    this.cases = cases;
    SortedSet<String> all = new TreeSet<>();
    for (Incident i : cases) {
      i.report().costs().forEach(c -> c.amount().ifPresent(a -> all.add(currency(c))));
    }
    this.currencies = List.copyOf(all);
  }

  /** A row for each year and part, and one for all. */
  static Table of(String id, String title, List<Incident> cases, Function<Incident, String> year) {
    CostTable table = new CostTable(cases);
    List<String> columns = new ArrayList<>(List.of("Year, part"));
    columns.addAll(table.currencies);
    columns.add("Hours");
    long with = cases.stream().filter(i -> !i.report().costs().isEmpty()).count();
    return new Table(
        id,
        title,
        with + " of " + cases.size() + " cases have an estimate.",
        List.copyOf(columns),
        table.rows(year),
        Form.NONE);
  }

  private List<Row> rows(Function<Incident, String> year) {
    SortedMap<String, BigDecimal[]> sums = new TreeMap<>();
    for (Incident i : cases) {
      for (Cost c : i.report().costs()) {
        add(c, sums.computeIfAbsent(year.apply(i) + ", " + c.part(), k -> zeros()));
      }
    }
    List<Row> rows = new ArrayList<>();
    sums.forEach((name, row) -> rows.add(amounts(name, row)));
    if (rows.size() > 1) {
      BigDecimal[] total = zeros();
      sums.values().forEach(row -> Arrays.setAll(total, n -> total[n].add(row[n])));
      rows.add(amounts("All", total));
    }
    return rows;
  }

  private void add(Cost c, BigDecimal[] row) {
    int hours = currencies.size();
    c.amount()
        .ifPresent(a -> {
          int unit = currencies.indexOf(currency(c));
          row[unit] = row[unit].add(a);
        });
    c.hours().ifPresent(h -> row[hours] = row[hours].add(h));
  }

  private static Row amounts(String name, BigDecimal[] row) {
    return new Row(name, Arrays.stream(row).<Value>map(Value.Amount::new).toList());
  }

  private BigDecimal[] zeros() {
    BigDecimal[] zeros = new BigDecimal[currencies.size() + 1];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private static String currency(Cost cost) {
    return cost.currency().orElse("No currency");
  }
}
