package org.cresset.text;

import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * A text that counts how often it is read, and ends a parser that reads it far too often. Counting
 * steps instead of seconds gives the same verdict on every machine.
 */
final class Metered implements CharSequence {
  private static final long FREE = 30_000_000;
  private static final long EACH = 400;

  private final String text;
  private final char[] chars;
  private long left;

  Metered(String text) {
    this.text = text;
    this.chars = text.toCharArray();
    this.left = FREE + EACH * text.length();
  }

  /** The parser does not come to an end in reasonable time. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Counts work that the parser does without reading: it is quadratic in the lines and in the
   * brackets of a paragraph.
   */
  static void charge(BasedSequence part, long steps) {
    if (part.getBase() instanceof Metered metered) {
      metered.left -= steps;
      if (metered.left < 0) {
        throw new Exhausted();
      }
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new Exhausted();
    }
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
