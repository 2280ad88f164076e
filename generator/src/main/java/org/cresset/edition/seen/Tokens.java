package org.cresset.edition.seen;

/**
 * Picks the words of a text that may be an indicator, by what characters they hold: one pass, since
 * patterns over whole texts would cost more than all else in a build.
 */
final class Tokens {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_HASH = 32;

  private final String text;
  private final Extractor to;
  private int start;
  private int dots;
  private int colons;
  private int dashes;
  private boolean digits;
  private boolean brackets;
  private boolean defanged;

  private Tokens(String text, Extractor to) {
    this.text = text;
    this.to = to;
  }

  /**
   * Hands on words between blanks that are worth a closer look, each to the patterns it may fit.
   */
  static void promising(String text, Extractor to) {
    Tokens tokens = new Tokens(text, to);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Most are letters, which say nothing.
      if (c < 'a' || c > 'z') {
        tokens.add(c, i);
      }
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
    } else if (c == '[' || c == '(' || c == '{') {
      brackets = true;
      defanged |= Defanged.isMark(text, at);
    }
  }

  private void end(int at) {
    boolean address = digits && (dots > 2 || colons > 1);
    boolean cve = digits && dashes > 1;
    boolean url = colons > 0 && text.regionMatches(true, scheme(at), Defanged.SCHEME, 0, 4);
    boolean hash = at - start >= SHORTEST_HASH;
    if (at - start >= SHORTEST && (address || cve || brackets || url || hash)) {
      hand(text.substring(start, at));
    }
    dots = 0;
    colons = 0;
    dashes = 0;
    digits = false;
    brackets = false;
    defanged = false;
  }

  private void hand(String token) {
    if (digits && dots > 2) {
      to.ipv4(token);
    }
    if (digits && colons > 1) {
      to.ipv6(token);
    }
    if (digits && dashes > 1) {
      to.cve(token);
    }
    if (token.length() >= SHORTEST_HASH) {
      to.hash(token);
    }
    if (defanged || (colons > 0 && Defanged.hasScheme(token))) {
      to.defanged(token);
    }
  }

  /** Where a scheme would begin: quotes and the like may stand before it. */
  private int scheme(int end) {
    int i = start;
    while (i < end && !Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
