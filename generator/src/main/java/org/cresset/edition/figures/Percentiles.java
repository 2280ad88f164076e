package org.cresset.edition.figures;

import java.time.Duration;
import java.util.List;

/** Median and ninetieth percentile, by the nearest rank: each is the time of a real case. */
public final class Percentiles {
  private Percentiles() {}

  static List<Value> of(List<Duration> times) {
    return List.of(rank(times, 50), rank(times, 90));
  }

  /** The time that so many of a hundred cases did not exceed. */
  static Value rank(List<Duration> times, int percent) {
    if (times.isEmpty()) {
      return new Value.None();
    }
    List<Duration> sorted = times.stream().sorted().toList();
    int rank = (sorted.size() * percent + 99) / 100;
    return new Value.Length(sorted.get(Math.max(0, rank - 1)));
  }
}
