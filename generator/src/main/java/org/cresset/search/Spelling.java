package org.cresset.search;

/**
 * Makes spellings alike that mean the same, without changing any offset: every dash becomes a
 * hyphen, {@code hxxp} becomes {@code http}, and {@code [dot]} and {@code [at]} become punctuation
 * of the same length. The few pictures that Unicode also counts as letters become spaces.
 */
final class Spelling {
  private Spelling() {}

  static String unify(String text) {
    char[] chars = text.toCharArray();
    unify(chars, chars.length);
    return new String(chars);
  }

  /** The same in place. */
  static void unify(char[] text, int length) {
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c >= '\u2010') {
        i += sign(text, i, length);
      } else if (c == 'x' || c == 'X') {
        refang(text, i, length);
      } else if (c == '[' || c == '(' || c == '{') {
        punctuate(text, i, length);
      }
    }
  }

  /**
   * A half of a pair alone, which the tokenizer can't bear, becomes a space too.
   *
   * @return how many more characters than one belong to the sign
   */
  private static int sign(char[] text, int at, int length) {
    char c = text[at];
    if (Character.isSurrogate(c)) {
      if (Character.isHighSurrogate(c)
          && at + 1 < length
          && Character.isLowSurrogate(text[at + 1])) {
        if (isPicture(Character.toCodePoint(c, text[at + 1]))) {
          text[at] = ' ';
          text[at + 1] = ' ';
        }
        return 1;
      }
      text[at] = ' ';
    } else if (isDash(c)) {
      text[at] = '-';
    } else if (isPicture(c)) {
      text[at] = ' ';
    }
    return 0;
  }

  private static boolean isPicture(int c) {
    return switch (c) {
      case 0x2139, 0x24C2, 0x1F170, 0x1F171, 0x1F17E, 0x1F17F -> true;
      default -> false;
    };
  }

  private static boolean isDash(char c) {
    return c <= '\u2015'
        || c == '\u2212'
        || c == '\u2E3A'
        || c == '\u2E3B'
        || c == '\uFE58'
        || c == '\uFE63'
        || c == '\uFF0D';
  }

  /** {@code hxxp}, where no letter, digit or underscore is before it; found by its first x. */
  private static void refang(char[] text, int x, int length) {
    boolean whole =
        x > 0
            && x + 2 < length
            && (text[x - 1] | 0x20) == 'h'
            && (text[x + 1] | 0x20) == 'x'
            && (text[x + 2] | 0x20) == 'p';
    if (whole && (x == 1 || !isNameLetter(text[x - 2]))) {
      text[x - 1] = 'h';
      text[x] = 't';
      text[x + 1] = 't';
      text[x + 2] = 'p';
    }
  }

  private static boolean isNameLetter(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static void punctuate(char[] text, int open, int length) {
    int close = closing(text, open, length);
    if (close > 0) {
      java.util.Arrays.fill(text, open + 1, close, close - open == 4 ? '.' : '@');
      text[open] = '[';
      text[close] = ']';
    }
  }

  private static int closing(char[] text, int open, int length) {
    if (is(text, open + 1, length, 'd') && is(text, open + 2, length, 'o')) {
      return is(text, open + 3, length, 't') && closes(text, open + 4, length) ? open + 4 : 0;
    }
    boolean at = is(text, open + 1, length, 'a') && is(text, open + 2, length, 't');
    return at && closes(text, open + 3, length) ? open + 3 : 0;
  }

  private static boolean is(char[] text, int i, int length, char letter) {
    return i < length && (text[i] | 0x20) == letter;
  }

  private static boolean closes(char[] text, int i, int length) {
    return i < length && (text[i] == ']' || text[i] == ')' || text[i] == '}');
  }
}
