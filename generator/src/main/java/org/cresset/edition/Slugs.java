package org.cresset.edition;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names as parts of paths: two names that differ (but for case) never share a slug. */
public final class Slugs {
  private static final int DIGITS = 10;
  private static final int LONGEST = 60;

  private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+([ .-][a-z0-9]+)*");
  private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^_|_$");

  private Slugs() {}

  /**
   * Names of letters, digits and single blanks, dots or hyphens keep their words, with {@code _}
   * for blanks. Where something has to be dropped, or the name is long, {@code +} and a digest of
   * the name follow; no other slug holds a {@code +}.
   */
  public static String slug(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    if (folded.length() <= 3 * LONGEST && PLAIN.matcher(folded).matches()) {
      return folded.replace(' ', '_');
    }
    String words = EDGES.matcher(FOREIGN.matcher(folded).replaceAll("_")).replaceAll("");
    return words.substring(0, Math.min(LONGEST, words.length()))
        + "+"
        + Digests.of(folded).substring(0, DIGITS);
  }
}
