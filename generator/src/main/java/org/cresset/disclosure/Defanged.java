package org.cresset.disclosure;

import java.util.regex.Pattern;

/**
 * Addresses made harmless for reading, such as {@code example[.]org} and {@code user[at]example}.
 */
final class Defanged {
  private static final Pattern WORD_DOT =
      Pattern.compile("(?i)\\s*[\\[({<]\\s*dot\\s*[\\])}>]\\s*|\\s+dot\\s+");
  private static final Pattern WORD_AT =
      Pattern.compile("(?i)\\s*[\\[({<]\\s*at\\s*[\\])}>]\\s*|\\s+at\\s+");
  private static final Pattern BRACKETED =
      Pattern.compile("\\s*[\\[({<\\\\]{1,2}\\s*([.@:])\\s*[\\])}>]{0,2}\\s*|([.@:])[\\])}>]{1,2}");
  private static final Pattern OTHER_DOTS = Pattern.compile("[。．｡]");
  private static final Pattern MARKUP = Pattern.compile("[*`\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");

  private Defanged() {}

  /** As it is meant; other text stays nearly as it is. */
  static String mend(String text) {
    String mended = WORD_DOT.matcher(MARKUP.matcher(text).replaceAll("")).replaceAll(".");
    mended = WORD_AT.matcher(mended).replaceAll("@");
    mended = OTHER_DOTS.matcher(mended).replaceAll(".");
    return BRACKETED.matcher(mended).replaceAll("$1$2");
  }
}
