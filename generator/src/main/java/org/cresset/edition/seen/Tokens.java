package org.cresset.edition.seen;

import java.util.function.Consumer;

/**
 * Picks the words of a text that may be an indicator, by what characters they hold: one pass, since
 * patterns over whole texts would cost more than all else in a build.
 */
final class Tokens {
  private static final String MARKS = "[({";
  private static final int SHORTEST_HASH = 32;

  private final String text;
  private final Consumer<String> to;
  private int start;
  private int dots;
  private int colons;
  private int dashes;
  private boolean digits;
  private boolean marks;

  private Tokens(String text, Consumer<String> to) {
    this.text = text;
    this.to = to;
  }

  /** Hands on words between blanks that are worth a closer look. */
  static void promising(String text, Consumer<String> to) {
    Tokens tokens = new Tokens(text, to);
    for (int i = 0; i < text.length(); i++) {
      tokens.add(text.charAt(i), i);
    }
    tokens.end(text.length());
  }

  private void add(char c, int at) {
    if (c <= ' ' || c == '|') {
      end(at);
      start = at + 1;
    } else if (c >= '0' && c <= '9') {
      digits = true;
    } else if (c == '.') {
      dots++;
    } else if (c == ':') {
      colons++;
    } else if (c == '-' || (c >= '\u2010' && c <= '\u2015')) {
      dashes++;
    } else if (MARKS.indexOf(c) >= 0) {
      marks = true;
    }
  }

  private void end(int at) {
    int length = at - start;
    boolean address = digits && (dots > 2 || colons > 1);
    boolean cve = digits && dashes > 1;
    boolean url = colons > 0 && text.regionMatches(true, hxxp(at), "hxxp", 0, 4);
    if (length > 2 && (address || cve || marks || url || length >= SHORTEST_HASH)) {
      to.accept(text.substring(start, at));
    }
    dots = 0;
    colons = 0;
    dashes = 0;
    digits = false;
    marks = false;
  }

  /** Where a scheme would begin: quotes and the like may stand before it. */
  private int hxxp(int end) {
    int i = start;
    while (i < end && !Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
