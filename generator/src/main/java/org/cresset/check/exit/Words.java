package org.cresset.check.exit;

/**
 * Runs through a text word by word. A word is a run of letters, digits and anything outside ASCII;
 * markup between angle brackets and entities separate words like a blank, so that Markdown and the
 * HTML made of it give the same words.
 */
final class Words {
  /** How many words in a row tell a text from any other. */
  static final int RUN = 8;

  private Words() {}

  /** Takes each word's hash and each run's. */
  interface Taker {
    void word(long hash);

    void run(long hash);
  }

  static void each(byte[] text, boolean markup, Taker taker) {
    long[] last = new long[RUN];
    int count = 0;
    boolean inTag = false;
    int i = 0;
    while (i < text.length) {
      byte b = text[i];
      if (!isWord(b)) {
        if (markup && b == '<') {
          inTag = true;
        } else if (b == '>') {
          inTag = false;
        } else if (markup && b == '&') {
          i = afterEntity(text, i);
          continue;
        }
        i++;
        continue;
      }
      long hash = 0xcbf29ce484222325L;
      while (i < text.length && isWord(text[i])) {
        hash = (hash ^ text[i]) * 0x100000001b3L;
        i++;
      }
      taker.word(hash);
      if (!inTag) {
        last[count % RUN] = hash;
        count++;
        if (count >= RUN) {
          taker.run(run(last, count));
        }
      }
    }
  }

  private static int afterEntity(byte[] text, int at) {
    for (int i = at + 1; i < Math.min(text.length, at + 10); i++) {
      if (text[i] == ';') {
        return i + 1;
      }
    }
    return at + 1;
  }

  private static long run(long[] last, int count) {
    long hash = 17;
    for (int k = 0; k < RUN; k++) {
      hash = hash * 0x9E3779B97F4A7C15L + last[(count + k) % RUN];
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static boolean isWord(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b < 0;
  }
}
