package org.cresset.page;

import java.util.Locale;

/** Names as parts of paths: two names that differ (but for case) never share a slug. */
final class Slugs {
  private static final int DIGITS = 10;

  private Slugs() {}

  /**
   * Plain names keep their words; where something had to be dropped, {@code +} and a digest of the
   * name follow, and no plain name holds a {@code +}.
   */
  static String slug(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    String words = folded.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return folded.matches("[a-z0-9]+( [a-z0-9]+)*")
        ? words
        : words + "+" + Digests.of(folded).substring(0, DIGITS);
  }
}
