package org.cresset.collection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The tables of the statistics as they should be, counted from raw records. */
record Recount(List<RawIncident> incidents) {
  private static final List<String> WORST_FIRST =
      List.of("critical", "high", "medium", "low", "none");

  /** By the name of their files, each row a list of cells, without the heads. */
  Map<String, List<List<String>>> tables() {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    tables.put("years", years());
    tables.put("severity", rows(RawIncident::severity, Comparator.comparing(WORST_FIRST::indexOf)));
    tables.put("outcome", most(RawIncident::outcome));
    tables.put("method", most(RawIncident::methods));
    tables.put("keyword", most(RawIncident::keywords));
    tables.put("location", most(RawIncident::locations));
    tables.put("discovered", most(RawIncident::discovered));
    tables.put("costs", costs());
    tables.values().removeIf(List::isEmpty);
    return tables;
  }

  private List<List<String>> years() {
    List<List<String>> rows =
        new ArrayList<>(rows(i -> List.of(i.year()), Comparator.naturalOrder()));
    rows.add(row("All", incidents));
    return rows;
  }

  private List<List<String>> most(Function<RawIncident, List<String>> values) {
    Comparator<String> often =
        Comparator.comparing(v -> -incidents.stream().filter(i -> has(i, values, v)).count());
    return rows(values, often.thenComparing(Comparator.naturalOrder()));
  }

  private List<List<String>> rows(
      Function<RawIncident, List<String>> values, Comparator<String> order) {
    SortedSet<String> names = new TreeSet<>();
    incidents.forEach(i -> names.addAll(values.apply(i)));
    return names.stream()
        .sorted(order)
        .map(n -> row(n, incidents.stream().filter(i -> has(i, values, n)).toList()))
        .toList();
  }

  private static boolean has(
      RawIncident i, Function<RawIncident, List<String>> values, String value) {
    return values.apply(i).contains(value);
  }

  private static List<String> row(String name, List<RawIncident> of) {
    List<String> row = new ArrayList<>(List.of(name, "" + of.size()));
    row.addAll(median(of, RawIncident::minutesToDetect));
    row.addAll(median(of, RawIncident::minutesToContain));
    return row;
  }

  /** In hours: what half of them, and nine of ten, did not exceed. */
  private static List<String> median(
      List<RawIncident> of, Function<RawIncident, Optional<Long>> minutes) {
    List<Long> all = of.stream().flatMap(i -> minutes.apply(i).stream()).sorted().toList();
    if (all.isEmpty()) {
      return List.of("", "");
    }
    return List.of(
        hours(all.get((int) Math.ceil(all.size() * 0.5) - 1)),
        hours(all.get((int) Math.ceil(all.size() * 0.9) - 1)));
  }

  private static String hours(long minutes) {
    return new BigDecimal(minutes)
        .divide(new BigDecimal(60), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private List<List<String>> costs() {
    TreeSet<String> currencies = new TreeSet<>();
    TreeMap<String, List<RawIncident.Loss>> parts = new TreeMap<>();
    List<RawIncident.Loss> all = new ArrayList<>();
    for (RawIncident i : incidents) {
      for (RawIncident.Loss loss : i.losses()) {
        currencies.add(loss.currency());
        parts.computeIfAbsent(i.year() + ", " + loss.part(), k -> new ArrayList<>()).add(loss);
        all.add(loss);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    parts.forEach((name, losses) -> rows.add(sums(name, losses, currencies)));
    if (rows.size() > 1) {
      rows.add(sums("All", all, currencies));
    }
    return rows;
  }

  private static List<String> sums(
      String name, List<RawIncident.Loss> losses, TreeSet<String> currencies) {
    List<String> row = new ArrayList<>(List.of(name));
    for (String currency : currencies) {
      row.add(
          losses.stream()
              .filter(l -> l.currency().equals(currency))
              .map(RawIncident.Loss::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .toPlainString());
    }
    row.add("0");
    return row;
  }
}
