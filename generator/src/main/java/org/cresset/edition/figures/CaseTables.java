package org.cresset.edition.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.cresset.edition.figures.Table.Form;
import org.cresset.edition.figures.Table.Row;

/**
 * Tables of some cases: how many there are of each value, and how long they took.
 *
 * @param prefix of the tables' ids
 * @param noun what the cases are called, such as {@code incidents}
 * @param open whether it is counted how many are open
 * @param lengths what is said of their median and ninetieth percentile
 */
record CaseTables(
    String prefix, String noun, List<Incident> cases, boolean open, List<Length> lengths) {
  /** A time that a case took. */
  record Length(String name, Function<Incident, Optional<Duration>> of) {}

  /** A row for each value; a case counts in the row of each of its values. */
  Table kinds(
      String id,
      String title,
      String column,
      Function<Incident, List<String>> values,
      Comparator<String> order) {
    List<Row> rows = new ArrayList<>();
    by(cases, values, order).forEach((value, of) -> rows.add(new Row(value, cells(of, open))));
    long counted = cases.stream().filter(i -> !values.apply(i).isEmpty()).count();
    long named = rows.stream().mapToLong(CaseTables::first).sum();
    return new Table(
        prefix + id,
        title,
        most(rows)
            + "Known for "
            + counted
            + " of "
            + cases.size()
            + " "
            + noun
            + (named > counted ? "; one case may count in several rows." : "."),
        heads(column, open),
        rows,
        Form.BARS);
  }

  /** A row for each value, the most frequent first. */
  Table most(String id, String title, String column, Function<Incident, List<String>> values) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    cases.forEach(
        i -> new TreeSet<>(values.apply(i)).forEach(v -> counts.merge(v, 1, Integer::sum)));
    Comparator<String> frequent = Comparator.comparing(v -> -counts.getOrDefault(v, 0));
    return kinds(id, title, column, values, frequent.thenComparing(Comparator.naturalOrder()));
  }

  /** A row for each year, and one for all of them. */
  Table years(String title, String sentence, String column, Function<Incident, List<String>> year) {
    List<Row> rows = new ArrayList<>();
    by(cases, year, Comparator.naturalOrder())
        .forEach((value, of) -> rows.add(new Row(value, cells(of, false))));
    if (rows.size() > 1) {
      rows.add(new Row("All", cells(cases, false)));
    }
    return new Table(prefix + "years", title, sentence, heads(column, false), rows, Form.NONE);
  }

  private List<String> heads(String column, boolean withOpen) {
    List<String> heads = new ArrayList<>(List.of(column));
    heads.add(noun.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + noun.substring(1));
    if (withOpen) {
      heads.add("Open");
    }
    for (Length length : lengths) {
      heads.add(length.name() + ": median");
      heads.add(length.name() + ": 9 of 10");
    }
    return List.copyOf(heads);
  }

  private List<Value> cells(List<Incident> of, boolean withOpen) {
    List<Value> cells = new ArrayList<>(List.of(new Value.Count(of.size())));
    if (withOpen) {
      cells.add(new Value.Count(of.stream().filter(Incident::isOpen).count()));
    }
    for (Length length : lengths) {
      cells.addAll(
          Percentiles.of(of.stream().flatMap(i -> length.of().apply(i).stream()).toList()));
    }
    return List.copyOf(cells);
  }

  static SortedMap<String, List<Incident>> by(
      List<Incident> incidents, Function<Incident, List<String>> values, Comparator<String> order) {
    SortedMap<String, List<Incident>> by = new TreeMap<>(order);
    for (Incident i : incidents) {
      values.apply(i).stream()
          .distinct()
          .forEach(v -> by.computeIfAbsent(v, k -> new ArrayList<>()).add(i));
    }
    return by;
  }

  /** The row that most cases fall into, in words; nothing where several share the place. */
  private static String most(List<Row> rows) {
    long most = rows.stream().mapToLong(CaseTables::first).max().orElse(0);
    List<Row> first = rows.stream().filter(r -> first(r) == most).toList();
    return first.size() == 1 ? "Most often: " + first.getFirst().name() + ", " + most + ". " : "";
  }

  private static long first(Row row) {
    return row.values().getFirst() instanceof Value.Count(long number) ? number : 0;
  }
}
