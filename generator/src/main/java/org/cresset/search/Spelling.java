package org.cresset.search;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes spellings alike that mean the same, without changing any offset: every dash becomes a
 * hyphen, {@code hxxp} becomes {@code http}, and {@code [dot]} and {@code [at]} become punctuation
 * of the same length.
 */
final class Spelling {
  private static final Pattern DEFANGED =
      Pattern.compile("\\bhxxp|[\\[({](?:dot|at)[\\])}]", Pattern.CASE_INSENSITIVE);

  private Spelling() {}

  static String unify(String text) {
    return refang(hyphens(text));
  }

  private static String hyphens(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      if (isDash(out.charAt(i))) {
        out.setCharAt(i, '-');
      }
    }
    return out.toString();
  }

  private static boolean isDash(char c) {
    return c >= '\u2010'
        && (c <= '\u2015'
            || c == '\u2212'
            || c == '\u2E3A'
            || c == '\u2E3B'
            || c == '\uFE58'
            || c == '\uFE63'
            || c == '\uFF0D');
  }

  private static String refang(String text) {
    Matcher found = DEFANGED.matcher(text);
    return found.replaceAll(m -> replacement(m.group().toLowerCase(Locale.ROOT)));
  }

  private static String replacement(String defanged) {
    return switch (defanged.length()) {
      case 5 -> "[...]";
      default -> defanged.equals("hxxp") ? "http" : "[@@]";
    };
  }
}
