package org.cresset.disclosure;

/** Whether words that are those of a host or a mail address are written as one. */
final class Hosts {
  static final int WIDEST_GAP = 8;

  private static final long DOT = Tokens.hash("dot");
  private static final long AT = Tokens.hash("at");

  private Hosts() {}

  /** Whether it is a word for a dot or for the sign before a domain. */
  static boolean isSpelledOut(long hash) {
    return hash == DOT || hash == AT;
  }

  static boolean fits(Tokens tokens, int from, int to, String exact) {
    String text = tokens.text();
    int start = tokens.start(from);
    int end = tokens.end(to);
    String there = text.substring(start, end);
    boolean same =
        Folding.of(there).equals(exact) || Folding.of(Defanged.mend(there)).equals(exact);
    return same && !continuesBefore(text, start) && !continuesAfter(text, end);
  }

  /** Whether its first label has more to it. */
  private static boolean continuesBefore(String text, int start) {
    return start > 1
        && (text.charAt(start - 1) == '-' || text.charAt(start - 1) == '_')
        && Character.isLetterOrDigit(text.charAt(start - 2));
  }

  /** Whether it goes on, and is another domain. */
  private static boolean continuesAfter(String text, int end) {
    if (end + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(end);
    char then = text.charAt(end + 1);
    if (next == '-' || next == '.') {
      return Character.isLetterOrDigit(then);
    }
    boolean defanged = text.startsWith("[.]", end) || text.startsWith("(.)", end);
    return defanged && end + 3 < text.length() && Character.isLetterOrDigit(text.charAt(end + 3));
  }

  /** Where the whole host or mail address begins whose domain begins there. */
  static int start(String text, int domain) {
    int start = domain;
    for (int i = start - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        start = i;
      } else if ("-_.@[]()+%".indexOf(c) < 0) {
        break;
      }
    }
    return start;
  }
}
