package org.cresset.search;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes spellings alike that mean the same, without changing any offset: every dash becomes a
 * hyphen, {@code hxxp} becomes {@code http}, and {@code [dot]} and {@code [at]} become punctuation
 * of the same length. The few pictures that Unicode also counts as letters become spaces.
 */
final class Spelling {
  private static final Pattern DEFANGED =
      Pattern.compile("(?<![A-Za-z0-9_])hxxp|[\\[({](?:dot|at)[\\])}]", Pattern.CASE_INSENSITIVE);

  private Spelling() {}

  static String unify(String text) {
    String hyphenated = isOdd(text) ? plainSigns(text) : text;
    return mayBeDefanged(hyphenated) ? refang(hyphenated) : hyphenated;
  }

  private static boolean isOdd(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u2010') {
        return true;
      }
    }
    return false;
  }

  /** A quick look: most texts need no search by pattern. */
  private static boolean mayBeDefanged(String text) {
    for (int i = 3; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean closes = c == ']' || c == ')' || c == '}';
      boolean isXx = (text.charAt(i - 1) | 0x20) == 'x' && (text.charAt(i - 2) | 0x20) == 'x';
      if ((closes && (text.charAt(i - 1) | 0x20) == 't') || isXx) {
        return true;
      }
    }
    return false;
  }

  private static String plainSigns(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> sign(c, out));
    return out.toString();
  }

  /** A half of a pair alone, which the tokenizer can't bear, becomes a space too. */
  private static void sign(int c, StringBuilder out) {
    if (c < 0x10000 && isDash((char) c)) {
      out.append('-');
    } else if (isPicture(c) || (c >= 0xD800 && c <= 0xDFFF)) {
      out.repeat(' ', Character.charCount(c));
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean isPicture(int c) {
    return switch (c) {
      case 0x2139, 0x24C2, 0x1F170, 0x1F171, 0x1F17E, 0x1F17F -> true;
      default -> false;
    };
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
