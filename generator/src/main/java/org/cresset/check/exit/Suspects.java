package org.cresset.check.exit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What was found in the files that also stands in withheld texts, with the first file that has it.
 * Most of it is the edition's own as well.
 */
final class Suspects {
  private record Row(long[] words, String path) {}

  private final Map<Long, Row> rows = new ConcurrentHashMap<>();
  private final SortedMap<String, String> names = new ConcurrentSkipListMap<>();

  void row(long hash, long[] words, String path) {
    rows.merge(hash, new Row(words, path), (a, b) -> a.path().compareTo(b.path()) <= 0 ? a : b);
  }

  void name(String name, String path) {
    names.merge(name, path, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  boolean isEmpty() {
    return rows.isEmpty() && names.isEmpty();
  }

  Set<String> names() {
    return names.keySet();
  }

  /** Hashes of the rows, and of each beginning and end of one. */
  Runs pieces() {
    return new Runs(
        rows.values().stream()
            .flatMapToLong(row ->
                IntStream.rangeClosed(1, Window.RUN)
                    .boxed()
                    .flatMapToLong(i ->
                        LongStream.of(
                            Window.hash(row.words(), 0, i),
                            Window.hash(row.words(), Window.RUN - i, Window.RUN))))
            .toArray());
  }

  /** The words of the rows. */
  LongStream words() {
    return rows.values().stream().flatMapToLong(row -> Arrays.stream(row.words()));
  }

  /** Whether there is a row of these words, in whatever order, beside the rows that are known. */
  boolean hasRow(LongPredicate words, LongPredicate known) {
    return rows.entrySet().stream()
        .anyMatch(row ->
            Arrays.stream(row.getValue().words()).allMatch(words) && !known.test(row.getKey()));
  }

  /**
   * Leaves out the rows that are the edition's own, and those that are an end of one own text
   * before the beginning of another.
   */
  void clearRows(LongPredicate own) {
    rows.entrySet()
        .removeIf(row -> own.test(row.getKey()) || isJoined(row.getValue().words(), own));
  }

  private static boolean isJoined(long[] words, LongPredicate own) {
    return IntStream.range(1, Window.RUN)
        .anyMatch(cut ->
            own.test(Window.hash(words, 0, cut)) && own.test(Window.hash(words, cut, Window.RUN)));
  }

  /** Leaves out all but these names. */
  void keepNames(Set<String> telling) {
    names.keySet().retainAll(telling);
  }

  /** The first by path, in words fit for the team alone. */
  Optional<String> first() {
    SortedMap<String, String> found = new TreeMap<>();
    rows.values().forEach(r -> found.put(r.path(), "eight words in a row of a withheld text"));
    names.forEach((name, path) -> found.putIfAbsent(path, "the name '" + name + "'"));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.firstKey() + " shows " + found.get(found.firstKey()));
  }
}
