package org.cresset.disclosure;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Letters without case, diacritics and width, so that one spelling of a name finds the others: ü,
 * ue and u are the same, as are ß and ss.
 */
final class Folding {
  /** Stands for a character that is not seen and parts no word. */
  private static final String NOTHING = "";

  private static final String[] LOW = table();

  private Folding() {}

  /** The folded letters or digits of a character; null where it parts words. */
  static @Nullable String of(char c) {
    return c < LOW.length ? LOW[c] : fold(c);
  }

  /** A whole text folded, with what parts its words as it stands. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    char last = ' ';
    for (int i = 0; i < text.length(); i++) {
      String folded = of(text.charAt(i));
      for (char c : (folded == null ? text.substring(i, i + 1) : folded).toCharArray()) {
        if (!isUmlautMark(last, c)) {
          out.append(c);
          last = c;
        }
      }
    }
    return out.toString();
  }

  /** Whether an e only spells the dots of the letter before it. */
  static boolean isUmlautMark(char last, char c) {
    return c == 'e' && (last == 'a' || last == 'o' || last == 'u');
  }

  private static String[] table() {
    String[] table = new String[0x2000];
    for (char c = 0; c < table.length; c++) {
      table[c] = fold(c);
    }
    return table;
  }

  private static @Nullable String fold(char c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return NOTHING;
    }
    if (!Character.isLetterOrDigit(c)) {
      return null;
    }
    return switch (c) {
      case 'ß', 'ẞ' -> "ss";
      case 'æ', 'Æ' -> "a";
      case 'œ', 'Œ', 'ø', 'Ø' -> "o";
      case 'ł', 'Ł' -> "l";
      case 'đ', 'Đ', 'ð', 'Ð' -> "d";
      case 'þ', 'Þ' -> "th";
      case 'ı' -> "i";
      default ->
          Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
              .replaceAll("\\p{M}", "")
              .toLowerCase(Locale.ROOT);
    };
  }
}
