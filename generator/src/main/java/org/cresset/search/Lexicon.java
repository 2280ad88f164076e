package org.cresset.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All terms met so far, numbered; found by the characters as they stand in a text, so that a word
 * met again costs no new object. Not for several threads at once.
 */
final class Lexicon {
  private static final int SPREAD = 0x9E3779B1;

  private final Stemmer stemmer = new Stemmer();
  private final List<String> terms = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] hashes = new int[1 << 12];
  private String[] written = new String[1 << 12];
  private Word[] words = new Word[1 << 12];
  private int used = 0;

  /** The word that is written so. */
  Word word(char[] text, int from, int to) {
    int hash = hash(text, from, to);
    int slot = slot(hash, text, from, to);
    if (hashes[slot] != 0) {
      return words[slot];
    }
    String word = new String(text, from, to - from);
    String form = Letters.lower(Letters.withoutPossessive(word));
    String stem = stemmer.stem(form);
    int number = number(stem);
    int formNumber = form.equals(stem) ? -1 : number(form);
    boolean hasDigit = form.chars().anyMatch(c -> c >= '0' && c <= '9');
    return keep(slot, hash, word, new Word(form, stem, formNumber, number, hasDigit));
  }

  /** The number of a code, made of lower-case words; what joins them stands in no other term. */
  int code(char[] text, int length) {
    int hash = hash(text, 0, length);
    int slot = slot(hash, text, 0, length);
    if (hashes[slot] != 0) {
      return words[slot].stemNumber();
    }
    String term = new String(text, 0, length);
    terms.add(term);
    return keep(slot, hash, term, new Word(term, term, -1, terms.size() - 1, true)).stemNumber();
  }

  /** The number of a term that is no code; a new one if need be. */
  int number(String term) {
    Integer known = numbers.putIfAbsent(term, terms.size());
    if (known != null) {
      return known;
    }
    terms.add(term);
    return terms.size() - 1;
  }

  String term(int number) {
    return terms.get(number);
  }

  int size() {
    return terms.size();
  }

  private Word keep(int slot, int hash, String text, Word word) {
    hashes[slot] = hash;
    written[slot] = text;
    words[slot] = word;
    if (++used * 2 > hashes.length) {
      grow();
    }
    return word;
  }

  private void grow() {
    int size = hashes.length * 2;
    int[] grown = new int[size];
    String[] grownWritten = new String[size];
    Word[] grownWords = new Word[size];
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] != 0) {
        int slot = hashes[i] & (size - 1);
        while (grown[slot] != 0) {
          slot = (slot + 1) & (size - 1);
        }
        grown[slot] = hashes[i];
        grownWritten[slot] = written[i];
        grownWords[slot] = words[i];
      }
    }
    hashes = grown;
    written = grownWritten;
    words = grownWords;
  }

  /** Where a text is, or a free place for it. */
  private int slot(int hash, char[] text, int from, int to) {
    int slot = hash & (hashes.length - 1);
    while (hashes[slot] != 0 && !(hashes[slot] == hash && is(written[slot], text, from, to))) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  private static boolean is(String known, char[] text, int from, int to) {
    if (known.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (known.charAt(i - from) != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** Never 0, which means a free place. */
  private static int hash(char[] text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    hash *= SPREAD;
    hash ^= hash >>> 15;
    return hash == 0 ? 1 : hash;
  }
}
