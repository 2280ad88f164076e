package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All terms met so far, numbered; found by the characters as they stand in a text, so that a word
 * met again costs no new object. Safe for several threads: what is known is found without waiting,
 * and what another thread is just adding is looked for once more before it is added.
 */
final class Lexicon {
  private static final int SPREAD = 0x9E3779B1;

  private final Stemmer stemmer = new Stemmer();
  private final List<String> terms = new ArrayList<>();
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private volatile @Nullable Known[] table = new Known[1 << 12];
  private int used = 0;
  private Integer[] order = {};

  /** A word or code as it is written; unchangeable, so that any thread may meet it. */
  private record Known(int hash, char[] written, Word word) {
    boolean is(int otherHash, char[] text, int from, int to) {
      return hash == otherHash && Arrays.equals(written, 0, written.length, text, from, to);
    }
  }

  /** The word that is written so. */
  Word word(char[] text, int from, int to) {
    int hash = hash(text, from, to);
    Known known = find(table, hash, text, from, to);
    return known != null ? known.word() : add(hash, text, from, to, false);
  }

  /** A code, made of lower-case words; what joins them stands in no other term. */
  Word code(char[] text, int length) {
    int hash = hash(text, 0, length);
    Known known = find(table, hash, text, 0, length);
    return known != null ? known.word() : add(hash, text, 0, length, true);
  }

  /** The number of a term that is no code; a new one if need be. */
  int number(String term) {
    Integer known = numbers.get(term);
    return known != null ? known : add(term);
  }

  /** By their numbers. */
  synchronized List<String> terms() {
    return List.copyOf(terms);
  }

  /** The numbers of all terms by their order; what was in order before is not sorted again. */
  synchronized List<Integer> inOrder() {
    int before = order.length;
    order = Arrays.copyOf(order, terms.size());
    Arrays.setAll(order, i -> i < before ? order[i] : Integer.valueOf(i));
    Arrays.parallelSort(order, Comparator.comparing(terms::get));
    return List.of(order);
  }

  private synchronized int add(String term) {
    Integer known = numbers.putIfAbsent(term, terms.size());
    if (known != null) {
      return known;
    }
    terms.add(term);
    return terms.size() - 1;
  }

  private synchronized Word add(int hash, char[] text, int from, int to, boolean code) {
    Known known = find(table, hash, text, from, to);
    if (known != null) {
      return known.word();
    }
    String written = new String(text, from, to - from);
    Word word = code ? code(written) : word(written);
    put(new Known(hash, written.toCharArray(), word), table);
    if (++used * 2 > table.length) {
      grow();
    }
    return word;
  }

  private Word code(String term) {
    terms.add(term);
    boolean address = term.length() <= 15 && Ipv4.address(term).isPresent();
    return new Word(term, term, -1, terms.size() - 1, true, address);
  }

  private Word word(String written) {
    String form = Letters.lower(Letters.withoutPossessive(written));
    String stem = stemmer.stem(form);
    int number = number(stem);
    int formNumber = form.equals(stem) ? -1 : number(form);
    boolean hasDigit = form.chars().anyMatch(c -> c >= '0' && c <= '9');
    return new Word(form, stem, formNumber, number, hasDigit, false);
  }

  private void grow() {
    @Nullable Known[] grown = new Known[table.length * 2];
    for (Known known : table) {
      if (known != null) {
        put(known, grown);
      }
    }
    table = grown;
  }

  private static void put(Known known, @Nullable Known[] into) {
    int slot = known.hash() & (into.length - 1);
    while (into[slot] != null) {
      slot = (slot + 1) & (into.length - 1);
    }
    into[slot] = known;
  }

  private static @Nullable Known find(
      @Nullable Known[] table, int hash, char[] text, int from, int to) {
    for (int slot = hash; ; slot++) {
      Known known = table[slot & (table.length - 1)];
      if (known == null || known.is(hash, text, from, to)) {
        return known;
      }
    }
  }

  private static int hash(char[] text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    hash *= SPREAD;
    return hash ^ (hash >>> 15);
  }
}
