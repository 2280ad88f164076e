package org.cresset.check.exit;

/** The last words in a row. */
final class Window {
  /** How many words in a row tell a text from any other. */
  static final int RUN = 8;

  private final long[] last = new long[RUN];
  private int count;

  void reset() {
    count = 0;
  }

  void add(long word) {
    last[count % RUN] = word;
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
      words[i] = last[(count - size + i) % RUN];
    }
    return words;
  }

  /** The hash of the newest words. */
  long hash(int length) {
    long hash = 17;
    for (int i = count - length; i < count; i++) {
      hash = mix(hash, last[i % RUN]);
    }
    return hash;
  }

  /** The hash of some words in a row. */
  static long hash(long[] words, int from, int to) {
    long hash = 17;
    for (int i = from; i < to; i++) {
      hash = mix(hash, words[i]);
    }
    return hash;
  }

  private static long mix(long hash, long word) {
    long mixed = hash * 0x9E3779B97F4A7C15L + word;
    return mixed ^ (mixed >>> 29);
  }
}
