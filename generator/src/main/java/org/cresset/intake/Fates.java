package org.cresset.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many values of each field were mapped, kept or dropped, and why dropped. */
public final class Fates {
  /** Hostile records could have a million fields; these are enough to read. */
  private static final int MOST_FIELDS = 2_000;

  /** One field: its values by what became of them. */
  public record Field(Map<Fate, Integer> values, String reason) {}

  private final SortedMap<String, Map<Fate, Integer>> counts = new TreeMap<>();
  private final SortedMap<String, String> reasons = new TreeMap<>();

  void count(String field, Fate fate, int values) {
    String name = counts.containsKey(field) || counts.size() < MOST_FIELDS ? field : "(others)";
    counts.computeIfAbsent(name, f -> new EnumMap<>(Fate.class)).merge(fate, values, Integer::sum);
  }

  void drop(String field, int values, String reason) {
    count(field, Fate.DROPPED, values);
    reasons.putIfAbsent(field, reason);
  }

  void add(Fates other) {
    other.counts.forEach((field, fates) -> fates.forEach((fate, n) -> count(field, fate, n)));
    other.reasons.forEach(reasons::putIfAbsent);
  }

  /** By field names such as {@code action.misuse.variety[]}. */
  public SortedMap<String, Field> fields() {
    SortedMap<String, Field> fields = new TreeMap<>();
    counts.forEach((name, values) ->
        fields.put(name, new Field(Map.copyOf(values), reasons.getOrDefault(name, ""))));
    return fields;
  }
}
