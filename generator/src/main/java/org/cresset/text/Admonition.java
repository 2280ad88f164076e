package org.cresset.text;

import java.util.Locale;
import java.util.Set;

/**
 * A type of marked statement or note.
 *
 * @param word how it is named to readers
 * @param evidence whether it says on what a statement rests
 */
record Admonition(String word, boolean evidence) {
  private static final Set<String> EVIDENCE =
      Set.of("observation", "assumption", "hearsay", "hypothesis");

  static Admonition of(String type) {
    String word = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    return new Admonition(word.replace('-', ' '), EVIDENCE.contains(type));
  }
}
