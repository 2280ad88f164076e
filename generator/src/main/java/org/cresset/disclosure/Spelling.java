package org.cresset.disclosure;

import java.util.Locale;

/** Whether words that are those of a name are meant as the name. */
final class Spelling {
  private static final int WIDEST_GAP = 10;

  private Spelling() {}

  /** Whether two words with this between them may belong to one name. */
  static boolean mayPart(String gap) {
    if (gap.length() > WIDEST_GAP) {
      return false;
    }
    int lines = 0;
    for (int i = 0; i < gap.length(); i++) {
      char c = gap.charAt(i);
      lines += c == '\n' ? 1 : 0;
      if (lines > 1 || "|:!?={}".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  static boolean fits(Tokens tokens, int from, int to, Entry entry) {
    return switch (entry.letters()) {
      case ANY -> true;
      case AS_REGISTERED ->
          tokens.word(from).equals(entry.exact()) || isPlural(tokens, from, entry);
      case CAPITAL -> isProper(tokens, from, to);
    };
  }

  private static boolean isPlural(Tokens tokens, int at, Entry entry) {
    return tokens.word(at).equals(entry.exact() + "s");
  }

  private static boolean isProper(Tokens tokens, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (!Character.isUpperCase(tokens.text().charAt(tokens.start(i)))
          && !NameEntries.isFiller(tokens.stem(i))) {
        return false;
      }
    }
    String word = tokens.word(from);
    boolean loud = word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT));
    return from < to || loud || !opensSentence(tokens, from);
  }

  /** Whether every word would have a capital there. */
  private static boolean opensSentence(Tokens tokens, int at) {
    String before = at == 0 ? "\n" : tokens.gap(at - 1);
    return before.contains("\n")
        || before.matches("(?s).*[.!?:|\"“«*_#>)][\\s\"'“«*_]*.*")
        || before.strip().equals("-");
  }
}
