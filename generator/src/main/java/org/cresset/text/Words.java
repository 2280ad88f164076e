package org.cresset.text;

/** Where words begin and end. */
final class Words {
  private Words() {}

  static boolean isWord(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c);
  }

  /** The end of the word that begins here. */
  static int end(String text, int from) {
    int i = from;
    while (i < text.length() && isWord(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The same for words that differ only in case. */
  static int hash(String text, int from, int to) {
    int hash = 17;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int lower = c < 0x80 ? c | 0x20 : Character.toLowerCase(c);
      hash = hash * 31 + lower;
    }
    return hash;
  }

  /** Whether a word that begins here is no part of a longer name, such as a host or a path. */
  static boolean startsFree(String text, int at, int from) {
    if (at <= from) {
      return true;
    }
    return !isInner(text.charAt(at - 1)) && text.charAt(at - 1) != '.';
  }

  /** The same for one that ends here. */
  static boolean endsFree(String text, int at, int to) {
    if (at >= to) {
      return true;
    }
    char next = text.charAt(at);
    if (isWord(next) || isInner(next)) {
      return false;
    }
    boolean joins = next == '.' || next == ':';
    return !joins || at + 1 >= to || !isWord(text.charAt(at + 1));
  }

  private static boolean isInner(char c) {
    return c == '-' || c == '_' || c == '/' || c == '@' || c == '\\' || c == '=' || isWord(c);
  }
}
