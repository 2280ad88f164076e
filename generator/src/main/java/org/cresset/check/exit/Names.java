package org.cresset.check.exit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Names as rows of words, found by their last two words; of long ones the beginning counts. */
final class Names {
  /** A name, the hash of its words in a row, and the words. */
  private record Name(String text, List<Long> words, long hash) {
    /** The hash of its last two words, or of its only one. */
    long end() {
      long[] last = words.stream().skip(Math.max(0, words.size() - 2)).mapToLong(w -> w).toArray();
      return Window.hash(last, 0, last.length);
    }
  }

  private final List<Name> all;
  private final Runs ends;
  // For each end how long its names are: a bit for each number of words.
  private final int[] lengths;
  private final Map<Long, List<Name>> byRow = new HashMap<>();

  private Names(List<Name> all) {
    this.all = all;
    this.ends = new Runs(all.stream().mapToLong(Name::end).toArray());
    this.lengths = new int[ends.places()];
    for (Name name : all) {
      lengths[ends.find(name.end())] |= 1 << name.words().size();
      byRow.computeIfAbsent(name.hash(), h -> new ArrayList<>()).add(name);
    }
  }

  static Names of(Collection<String> names) {
    List<Name> all = new ArrayList<>();
    for (String name : names) {
      List<Long> words = Words.of(name).stream().limit(Window.RUN).toList();
      if (!words.isEmpty()) {
        long[] row = words.stream().mapToLong(w -> w).toArray();
        all.add(new Name(name, words, Window.hash(row, 0, row.length)));
      }
    }
    return new Names(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * The names that end with the newest word of a row.
   *
   * @param least how many words they have at least
   */
  List<String> endingAt(long word, Window row, int least) {
    int wanted = lengths(word) | (row.size() < 2 ? 0 : lengths(row.hash(2)));
    return wanted == 0 ? List.of() : among(wanted & -(1 << least), row);
  }

  private int lengths(long end) {
    int place = ends.find(end);
    return place < 0 ? 0 : lengths[place];
  }

  private List<String> among(int wanted, Window row) {
    List<String> names = new ArrayList<>();
    for (int rest = wanted; rest != 0; rest &= rest - 1) {
      int length = Integer.numberOfTrailingZeros(rest);
      if (length <= row.size()) {
        byRow.getOrDefault(row.hash(length), List.of()).stream()
            .filter(n -> n.words().size() == length)
            .forEach(n -> names.add(n.text()));
      }
    }
    return names;
  }

  /** All words of the names. */
  LongStream words() {
    return all.stream().flatMap(n -> n.words().stream()).mapToLong(w -> w);
  }

  /** The names that have a word beside these. */
  Names beside(LongPredicate words) {
    return new Names(all.stream().filter(n -> !n.words().stream().allMatch(words::test)).toList());
  }

  /** The names themselves. */
  Set<String> texts() {
    Set<String> texts = new TreeSet<>();
    all.forEach(n -> texts.add(n.text()));
    return texts;
  }

  /** Those of the names that are among these. */
  Names only(Set<String> wanted) {
    return new Names(all.stream().filter(n -> wanted.contains(n.text())).toList());
  }
}
