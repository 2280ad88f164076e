package org.cresset.search;

/** Lower case and possessives, by rules that a browser follows to the letter. */
final class Letters {
  private Letters() {}

  /** Each code point's simple lower case. */
  static String lower(String word) {
    int i = 0;
    while (i < word.length() && isPlain(word.charAt(i))) {
      i++;
    }
    return i == word.length() ? word : lowered(word);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static String lowered(String word) {
    StringBuilder out = new StringBuilder(word.length());
    word.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Without {@code 's} at the end. */
  static String withoutPossessive(String word) {
    int cut = word.length() - 2;
    if (cut < 1 || (word.charAt(cut + 1) != 's' && word.charAt(cut + 1) != 'S')) {
      return word;
    }
    char quote = word.charAt(cut);
    return quote == '\'' || quote == '\u2019' || quote == '\uFF07' ? word.substring(0, cut) : word;
  }
}
