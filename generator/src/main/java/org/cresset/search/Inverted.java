package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.cresset.edition.Article;

/**
 * An inverted index, in the form from which the scripts for the browser are cut.
 *
 * @param documents in their order; a document's number is its place here
 * @param entries by key
 */
record Inverted(List<Held> documents, List<Entry> entries) {
  static final Inverted EMPTY = new Inverted(List.of(), List.of());

  /** How many documents are only here, or only among the wanted. */
  long differing(Set<String> wanted) {
    long common = documents.stream().filter(d -> wanted.contains(d.key())).count();
    return wanted.size() + documents.size() - 2 * common;
  }

  /**
   * The index of other documents: those that are here already stay.
   *
   * @param wanted all articles by key
   * @param made what becomes of an article that isn't here; asked by several threads
   */
  Inverted with(
      Map<String, Article> wanted, BiFunction<String, Article, Analysed> made, Lexicon lexicon) {
    Map<String, Integer> before = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      before.put(documents.get(i).key(), i);
    }
    Map<String, Analysed> added =
        wanted.entrySet().parallelStream()
            .filter(article -> !before.containsKey(article.getKey()))
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey, a -> made.apply(a.getKey(), a.getValue())));
    List<Held> all = new ArrayList<>();
    for (String key : wanted.keySet()) {
      Analysed analysed = added.get(key);
      all.add(
          analysed != null ? Held.of(key, analysed) : documents.get(before.getOrDefault(key, 0)));
    }
    all.sort(Comparator.comparing(Held::order));
    SortedMap<Integer, Analysed> numbered = new TreeMap<>();
    int[] moved = new int[documents.size()];
    Arrays.fill(moved, Merging.REMOVED);
    for (int doc = 0; doc < all.size(); doc++) {
      String key = all.get(doc).key();
      Analysed analysed = added.get(key);
      if (analysed != null) {
        numbered.put(doc, analysed);
      } else {
        moved[before.getOrDefault(key, 0)] = doc;
      }
    }
    List<Entry> more = new Inverter(lexicon).entries(numbered);
    return new Inverted(all, entries.isEmpty() ? more : new Merging(moved).merge(entries, more));
  }
}
