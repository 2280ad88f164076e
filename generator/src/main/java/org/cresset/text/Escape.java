package org.cresset.text;

import java.util.Locale;

/** Characters on their way into HTML, and those that nobody would see. */
public final class Escape {
  /** Stand-ins for characters of over-long runs, which the parser must not read as markup. */
  static final String LITERAL = "\\*_~[]`";

  static final char FIRST_LITERAL = '\uFDD0';

  private Escape() {}

  /**
   * Plain text with what can't be seen made visible, such as {@code <U+202E>}: controls,
   * bidirectional controls, zero-width characters, halves of surrogate pairs.
   */
  public static String visible(String text) {
    int at = hidden(text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (; at >= 0; at = hidden(text, done)) {
      int c = text.codePointAt(at);
      out.append(text, done, at).append('<').append(name(c)).append('>');
      done = at + Character.charCount(c);
    }
    return out.append(text, done, text.length()).toString();
  }

  /** Where the next character stands that a reader would not see, or -1. */
  static int hidden(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7F) {
        continue;
      }
      int point = text.codePointAt(i);
      if (isHidden(point)) {
        return i;
      }
      i += Character.charCount(point) - 1;
    }
    return -1;
  }

  /** Whether a reader would not see this character; line feed and tab are not hidden. */
  public static boolean isHidden(int c) {
    if (c < 0xA0) {
      return c < 0x20 ? c != '\n' && c != '\t' : c >= 0x7F;
    }
    if (c < 0x2000) {
      return c == 0x61C || c == 0x180E;
    }
    return (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == 0xFEFF
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  static String name(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }

  /** Text for element content and quoted attributes. */
  static String html(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    html(out, text);
    return out.toString();
  }

  static void html(StringBuilder out, CharSequence text) {
    html(out, text, 0, text.length());
  }

  static void html(StringBuilder out, CharSequence text, int from, int to) {
    int done = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        continue;
      }
      int point = Character.codePointAt(text, i);
      int last = i + Character.charCount(point) - 1;
      if (c < 0x80 || isHidden(point)) {
        out.append(text, done, i);
        special(out, point);
        done = last + 1;
      }
      i = last;
    }
    out.append(text, done, to);
  }

  private static boolean isPlain(char c) {
    return c < 0x7F
        ? (c >= 0x20 || c == '\n' || c == '\t') && c != '<' && c != '>' && c != '&' && c != '"'
        : c >= 0xA0 && c < 0x2000 && c != 0x61C && c != 0x180E;
  }

  private static void special(StringBuilder out, int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      default -> {
        int literal = c - FIRST_LITERAL;
        if (literal >= 0 && literal < LITERAL.length()) {
          out.append(LITERAL.charAt(literal));
        } else {
          out.append("&lt;").append(name(c)).append("&gt;");
        }
      }
    }
  }

  /** Stand-ins turned back into what the author wrote. */
  static String unmask(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      int literal = out.charAt(i) - FIRST_LITERAL;
      if (literal >= 0 && literal < LITERAL.length()) {
        out.setCharAt(i, LITERAL.charAt(literal));
      }
    }
    return out.toString();
  }
}
