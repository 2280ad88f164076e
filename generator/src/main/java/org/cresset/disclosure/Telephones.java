package org.cresset.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers, by their last digits: the country and the leading zero may be left out. */
final class Telephones {
  private static final Pattern NUMBER = Pattern.compile("\\+?[\\d(][\\d\\s()./-]{5,}\\d");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final int LAST = 8;
  private static final int FEWEST = 7;
  private static final int MOST = 20;
  private static final long MODULUS = 100_000_000L;

  private final Map<Long, List<Entry>> numbers = new HashMap<>();

  void add(String organisation, Sort sort, String text) {
    NUMBER
        .matcher(text)
        .results()
        .map(m -> NO_DIGIT.matcher(m.group()).replaceAll(""))
        .filter(digits -> digits.length() >= FEWEST)
        .forEach(digits -> {
          long key = Long.parseLong(digits.substring(Math.max(0, digits.length() - LAST)));
          numbers
              .computeIfAbsent(key, k -> new ArrayList<>())
              .add(new Entry(organisation, sort, digits, Entry.Letters.ANY));
        });
  }

  /** Looks at the number that begins with that word. */
  void find(Tokens tokens, int from, Set<Hit> hits) {
    if (numbers.isEmpty() || (from > 0 && isOneNumber(tokens, from - 1))) {
      return;
    }
    long last = 0;
    int digits = 0;
    for (int i = from; i < tokens.size() && tokens.isNumber(i); i++) {
      for (int k = tokens.start(i); k < tokens.end(i); k++) {
        last = (last * 10 + tokens.text().charAt(k) - '0') % MODULUS;
        digits++;
      }
      if (digits >= FEWEST && digits <= MOST) {
        for (Entry entry : numbers.getOrDefault(last, List.of())) {
          if (digits >= Math.min(LAST, entry.exact().length())) {
            int start = start(tokens.text(), tokens.start(from));
            hits.add(new Hit(start, tokens.end(i), entry.organisation(), entry.sort()));
          }
        }
      }
      if (digits > MOST || !isOneNumber(tokens, i)) {
        return;
      }
    }
  }

  private static int start(String text, int digits) {
    return digits > 0 && "(+".indexOf(text.charAt(digits - 1)) >= 0 ? digits - 1 : digits;
  }

  /** Whether a word and the next are groups of digits of one number. */
  private static boolean isOneNumber(Tokens tokens, int i) {
    if (i + 1 >= tokens.size() || !tokens.isNumber(i) || !tokens.isNumber(i + 1)) {
      return false;
    }
    String gap = tokens.gap(i);
    return gap.length() <= 3 && gap.chars().allMatch(c -> " \u00A0()./-".indexOf(c) >= 0);
  }
}
