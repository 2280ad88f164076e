package org.cresset.disclosure;

import java.util.Arrays;

/**
 * The words of a text: runs of letters and digits, each with its place and hashes of its folded
 * letters. Made once and filled again for each text, by one thread.
 */
public final class Tokens {
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private String text = "";
  private int size;
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private long[] hashes = new long[256];
  private long[] stems = new long[256];

  /** The words of another text. */
  public Tokens fill(String of) {
    text = of;
    size = 0;
    int length = of.length();
    int i = 0;
    while (i < length) {
      String folded = Folding.of(of.charAt(i));
      if (folded == null || folded.isEmpty()) {
        i++;
      } else {
        i = word(i, length);
      }
    }
    return this;
  }

  private int word(int from, int length) {
    long hash = SEED;
    long before = SEED;
    char last = ' ';
    int letters = 0;
    int i = from;
    int end = from;
    for (; i < length; i++) {
      String folded = Folding.of(text.charAt(i));
      if (folded == null) {
        break;
      }
      for (int k = 0; k < folded.length(); k++) {
        char c = folded.charAt(k);
        if (!Folding.isUmlautMark(last, c)) {
          before = hash;
          hash = (hash ^ c) * PRIME;
          letters++;
          last = c;
        }
        end = i + 1;
      }
    }
    add(from, end, hash, last == 's' && letters > 3 ? before : hash);
    return i;
  }

  private void add(int start, int end, long hash, long stem) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
      stems = Arrays.copyOf(stems, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    hashes[size] = hash;
    stems[size] = stem;
    size++;
  }

  /** The hash of one word. */
  static long hash(String word) {
    return new Tokens().fill(word).hash(0);
  }

  public String text() {
    return text;
  }

  int size() {
    return size;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  int length(int i) {
    return ends[i] - starts[i];
  }

  /** Of the folded word. */
  long hash(int i) {
    return hashes[i];
  }

  /** Of the folded word without an s at its end, which may be a plural's or a possessive's. */
  long stem(int i) {
    return stems[i];
  }

  /** Of the first letters of a word, as if they were the whole. */
  long hashOf(int i, int letters) {
    long hash = SEED;
    char last = ' ';
    for (int k = starts[i]; k < Math.min(ends[i], starts[i] + letters); k++) {
      String folded = Folding.of(text.charAt(k));
      for (int n = 0; folded != null && n < folded.length(); n++) {
        char c = folded.charAt(n);
        if (!Folding.isUmlautMark(last, c)) {
          hash = (hash ^ c) * PRIME;
          last = c;
        }
      }
    }
    return hash;
  }

  String word(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /** What stands between a word and the next. */
  String gap(int i) {
    return text.substring(ends[i], i + 1 < size ? starts[i + 1] : text.length());
  }

  /** Whether a word is written in ASCII digits alone. */
  boolean isNumber(int i) {
    for (int k = starts[i]; k < ends[i]; k++) {
      if (text.charAt(k) < '0' || text.charAt(k) > '9') {
        return false;
      }
    }
    return true;
  }
}
