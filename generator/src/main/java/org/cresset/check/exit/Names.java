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

  private final Map<Long, List<Name>> byLastWord = new HashMap<>();

  Names(Collection<String> names) {
    for (String name : names) {
      List<Long> words = Words.of(name).stream().limit(Window.RUN).toList();
      if (!words.isEmpty()) {
        long[] row = words.stream().mapToLong(w -> w).toArray();
        byLastWord
            .computeIfAbsent(words.getLast(), w -> new ArrayList<>())
            .add(new Name(name, words, Window.hash(row, 0, row.length)));
      }
    }
  }

  boolean isEmpty() {
    return byLastWord.isEmpty();
  }

  /** The names that end with the newest word of a row. */
  List<String> endingAt(long word, Window row) {
    List<Name> names = byLastWord.get(word);
    return names == null
        ? List.of()
        : names.stream()
            .filter(n -> n.words().size() <= row.size())
            .filter(n -> row.hash(n.words().size()) == n.hash())
            .map(Name::text)
            .toList();
  }

  /** The words of some names. */
  Set<Long> words(Set<String> wanted) {
    Set<Long> words = new TreeSet<>();
    byLastWord.values().stream()
        .flatMap(List::stream)
        .filter(n -> wanted.contains(n.text()))
        .forEach(n -> words.addAll(n.words()));
    return words;
  }

  /** Of some names those of which all words are among these. */
  Set<String> within(Set<String> wanted, Set<Long> words) {
    Set<String> within = new TreeSet<>();
    byLastWord.values().stream()
        .flatMap(List::stream)
        .filter(n -> wanted.contains(n.text()) && words.containsAll(n.words()))
        .forEach(n -> within.add(n.text()));
    return within;
  }
}
