package org.cresset.authoring;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ids made of titles, for what people look up by name: policies, terms, pages. */
final class Slug {
  private static final int LONGEST = 48;

  private Slug() {}

  /**
   * Lower-case ASCII words joined by {@code -}; empty where the title has none.
   *
   * @param telling words that an id may not hold: severities and ids of the register
   */
  static String of(String title, Set<String> telling) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "");
    List<String> words = new ArrayList<>();
    int length = 0;
    for (String word : plain.split("[^a-z0-9]+")) {
      length += word.length() + 1;
      if (!word.isEmpty() && !telling.contains(word) && length <= LONGEST) {
        words.add(word);
      }
    }
    String slug = String.join("-", words);
    boolean tells = telling.stream().anyMatch(t -> ("-" + slug + "-").contains("-" + t + "-"));
    return tells ? "" : slug;
  }
}
