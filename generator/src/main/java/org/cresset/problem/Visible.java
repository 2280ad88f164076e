package org.cresset.problem;

import java.util.Locale;

/**
 * Text that is safe to print. Characters that steer a terminal or change the order or look of text
 * without being seen (controls, bidirectional and zero-width characters, line separators, lone
 * surrogates, private use) are shown as their numbers, such as {@code <U+202E>}.
 */
public final class Visible {
  private Visible() {}

  /** The text with every unsafe character shown as its number, line ends too; a tab as a space. */
  public static String line(String text) {
    if (text.codePoints().noneMatch(c -> c == '\t' || isUnsafe(c))) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** Whether a character must not reach a terminal as it is. */
  public static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  /** How many columns of a terminal the text takes once it has gone through {@link #line}. */
  static int width(String visible) {
    return visible.codePoints().map(Visible::width).sum();
  }

  private static void append(StringBuilder out, int codePoint) {
    if (codePoint == '\t') {
      out.append(' ');
    } else if (isUnsafe(codePoint)) {
      out.append(String.format(Locale.ROOT, "<U+%04X>", codePoint));
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean fullWidth = codePoint >= 0xFF01 && codePoint <= 0xFF60;
    boolean wide =
        codePoint >= 0x2E80 && codePoint <= 0xA4CF || codePoint >= 0xAC00 && codePoint <= 0xD7A3;
    boolean pictograph = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
    return fullWidth || wide || pictograph ? 2 : 1;
  }
}
