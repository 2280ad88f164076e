package org.cresset.page;

import java.util.Locale;

/** Names as parts of paths: two names that differ (but for case) never share a slug. */
final class Slugs {
  private static final int DIGITS = 10;

  private Slugs() {}

  /**
   * Names of letters, digits and single blanks, dots or hyphens keep their words, with {@code _}
   * for blanks. Where something has to be dropped, {@code +} and a digest of the name follow; no
   * other slug holds a {@code +}.
   */
  static String slug(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    if (folded.matches("[a-z0-9]+([ .-][a-z0-9]+)*")) {
      return folded.replace(' ', '_');
    }
    String words = folded.replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    return words + "+" + Digests.of(folded).substring(0, DIGITS);
  }
}
