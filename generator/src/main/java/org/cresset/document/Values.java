package org.cresset.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Dates and times as the format has them (ISO 8601). */
final class Values {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})");

  private Values() {}

  static Optional<LocalDate> date(String text) {
    if (!DATE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(day(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time with a zone; seconds may be left out. */
  static Optional<Instant> time(String text) {
    if (!TIME.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      int zone = text.charAt(16) == ':' ? 19 : 16;
      LocalTime time =
          LocalTime.of(number(text, 11), number(text, 14), zone == 19 ? number(text, 17) : 0);
      return Optional.of(day(text).atTime(time).toInstant(ZoneOffset.of(text.substring(zone))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.of(Integer.parseInt(text, 0, 4, 10), number(text, 5), number(text, 8));
  }

  /** Two digits. */
  private static int number(String text, int from) {
    return Integer.parseInt(text, from, from + 2, 10);
  }

  /** A time, or a date that stands for its first second in UTC. */
  static Optional<Instant> timeOrDate(String text) {
    return time(text).or(() -> date(text).map(d -> d.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** A time, or a date that stands for its last second in UTC. */
  static Optional<Instant> timeOrEnd(String text) {
    return time(text)
        .or(() ->
            date(text)
                .map(d -> d.plusDays(1).atStartOfDay(ZoneOffset.UTC).minusSeconds(1).toInstant()));
  }

  /** The known word nearest to a misspelt one, if any is near, whatever its case. */
  static Optional<String> nearest(String misspelt, Collection<String> known) {
    Optional<String> same = known.stream().filter(misspelt::equalsIgnoreCase).findFirst();
    return same.or(() -> near(misspelt, known));
  }

  private static Optional<String> near(String word, Collection<String> known) {
    return known.stream()
        .filter(k -> distance(word, k) <= Math.max(1, Math.min(3, k.length() / 3)))
        .min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k));
  }

  /** Letters to add, remove, replace, or swap with their neighbour. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] above = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + cost, Math.min(above[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = above;
      above = row;
    }
    return above[b.length()];
  }
}
