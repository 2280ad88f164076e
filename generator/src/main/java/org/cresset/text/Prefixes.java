package org.cresset.text;

/** What lines begin with, as far as the checks before the parser need to know. */
final class Prefixes {
  private Prefixes() {}

  static int skipBlanks(String text, int from, int end) {
    int i = from;
    while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** The offset after a quote or list marker and the blanks before it, or -1 if there is none. */
  static int skipMarker(String text, int from, int end) {
    int i = skipBlanks(text, from, end);
    if (i >= end) {
      return -1;
    }
    char c = text.charAt(i);
    if (c == '>') {
      return i + 1;
    }
    int after = i + 1;
    if (c >= '0' && c <= '9') {
      while (after < end && Character.isDigit(text.charAt(after))) {
        after++;
      }
      if (after >= end || (text.charAt(after) != '.' && text.charAt(after) != ')')) {
        return -1;
      }
      after++;
    } else if (c != '-' && c != '+' && c != '*') {
      return -1;
    }
    boolean ended = after >= end || text.charAt(after) == ' ' || text.charAt(after) == '\t';
    return ended ? after : -1;
  }

  /** Whether the line is a ruler or the underline of a heading: one character, and blanks. */
  static boolean isRuler(String text, int start, int end) {
    int first = skipBlanks(text, start, end);
    if (first >= end || "-_*=".indexOf(text.charAt(first)) < 0) {
      return false;
    }
    for (int i = first; i < end; i++) {
      char c = text.charAt(i);
      if (c != text.charAt(first) && c != ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  /** How many of the character at this offset stand in a row. */
  static int run(String text, int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) == text.charAt(from)) {
      i++;
    }
    return i - from;
  }
}
