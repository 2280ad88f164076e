package org.cresset.check.exit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names as rows of words, found by their last word; of long ones the beginning counts. */
final class Names {
  /** A name, the hash of its words in a row, and the words. */
  private record Name(String text, List<Long> words, long hash) {}

  private final List<Name> all;
  private final Runs lastWords;
  private final Map<Long, List<Name>> byLastWord = new HashMap<>();

  private Names(List<Name> all) {
    this.all = all;
    this.lastWords = new Runs(all.stream().mapToLong(n -> n.words().getLast()).toArray());
    all.forEach(
        n -> byLastWord.computeIfAbsent(n.words().getLast(), w -> new ArrayList<>()).add(n));
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
    return lastWords.find(word) < 0
        ? List.of()
        : byLastWord.getOrDefault(word, List.of()).stream()
            .filter(n -> n.words().size() >= least && n.words().size() <= row.size())
            .filter(n -> row.hash(n.words().size()) == n.hash())
            .map(Name::text)
            .toList();
  }

  /** All words of the names. */
  Runs words() {
    return new Runs(all.stream().flatMap(n -> n.words().stream()).mapToLong(w -> w).toArray());
  }

  /** The names that have a word beside these. */
  Names beside(Set<Long> words) {
    return new Names(all.stream().filter(n -> !words.containsAll(n.words())).toList());
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
