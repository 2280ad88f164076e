package org.cresset.check.exit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

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
  Set<Long> pieces(boolean whole) {
    Set<Long> pieces = ConcurrentHashMap.newKeySet();
    for (Row row : rows.values()) {
      for (int i = whole ? Window.RUN : 1; i <= Window.RUN; i++) {
        pieces.add(Window.hash(row.words(), 0, i));
        pieces.add(Window.hash(row.words(), Window.RUN - i, Window.RUN));
      }
    }
    return pieces;
  }

  /** Leaves out the rows that the edition's own texts have as a whole. */
  void clearRows(Set<Long> own) {
    rows.keySet().removeIf(own::contains);
  }

  /** Leaves out the rows that are an end of one own text before the beginning of another. */
  void clearJoined(Set<Long> own) {
    rows.values().removeIf(row -> isJoined(row.words(), own));
  }

  private static boolean isJoined(long[] words, Set<Long> own) {
    for (int cut = 1; cut < Window.RUN; cut++) {
      if (own.contains(Window.hash(words, 0, cut))
          && own.contains(Window.hash(words, cut, Window.RUN))) {
        return true;
      }
    }
    return false;
  }

  /** Leaves out the names of which the edition has every word. */
  void clearNames(Set<String> harmless) {
    names.keySet().removeAll(harmless);
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
