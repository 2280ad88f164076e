package org.cresset.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words that the team uses for methods of intrusion.
 *
 * @param words empty where any word will do
 */
record Vocabulary(List<String> words) {
  /** Words of a record, apart by whether the team uses them. */
  record Sorted(List<String> known, List<String> unknown) {}

  Sorted sort(List<String> found) {
    if (words.isEmpty()) {
      return new Sorted(found, List.of());
    }
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String word : found) {
      words.stream()
          .filter(w -> folded(w).equals(folded(word)) || folded(word).endsWith("-" + folded(w)))
          .findFirst()
          .ifPresentOrElse(known::add, () -> unknown.add(word));
    }
    return new Sorted(known.stream().distinct().toList(), unknown);
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
