package org.cresset.check.exit;

import java.util.function.LongConsumer;

/** The last words in a row, with a hash that rolls along with them. */
final class Window {
  /** How many words in a row tell a text from any other; a power of two. */
  static final int RUN = 8;

  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final long LEAVING = power(RUN);

  private final long[] last = new long[RUN];
  private int count;
  private long rolling;

  void reset() {
    count = 0;
    rolling = 0;
  }

  void add(long word) {
    int at = count & (RUN - 1);
    rolling = rolling * BASE + word - (count >= RUN ? last[at] * LEAVING : 0);
    last[at] = word;
    count++;
  }

  boolean isFull() {
    return count >= RUN;
  }

  /** How many words there are, at most {@value #RUN}. */
  int size() {
    return Math.min(count, RUN);
  }

  /** The words, oldest first. */
  long[] words() {
    int size = size();
    long[] words = new long[size];
    for (int i = 0; i < size; i++) {
      words[i] = last[(count - size + i) & (RUN - 1)];
    }
    return words;
  }

  /** The hash of all words, as many as {@link #size} says. */
  long hash() {
    return rolling;
  }

  /** The hash of the newest words. */
  long hash(int length) {
    long hash = 0;
    for (int i = count - length; i < count; i++) {
      hash = hash * BASE + last[i & (RUN - 1)];
    }
    return hash;
  }

  /**
   * The hashes of the newest word, the newest two, and so on.
   *
   * @param most how many there are at most
   */
  void ends(int most, LongConsumer taker) {
    long hash = 0;
    long power = 1;
    for (int i = count - 1; i >= count - Math.min(most, size()); i--) {
      hash += last[i & (RUN - 1)] * power;
      power *= BASE;
      taker.accept(hash);
    }
  }

  /** The hash of some words in a row. */
  static long hash(long[] words, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * BASE + words[i];
    }
    return hash;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= BASE;
    }
    return power;
  }
}
