package org.cresset.search;

/** Reads numbers that {@link Packed} wrote. */
final class Unpacked {
  /** The greatest sign that ends a number; one place on since the backslash is left out. */
  private static final int LAST_END = '#' + Packed.LAST;

  private final byte[] data;
  private int at = 0;

  Unpacked(byte[] data) {
    this.data = data;
  }

  boolean hasMore() {
    return at < data.length;
  }

  int at() {
    return at;
  }

  int number() {
    int value = 0;
    for (int worth = 1; ; worth *= Packed.MORE) {
      int c = data[at++];
      int sign = c < '\\' ? c - '#' : c - '#' - 1;
      if (sign < Packed.LAST) {
        return value + sign * worth;
      }
      value += sign * worth;
    }
  }

  /** Passes over so many numbers. */
  void skip(int count) {
    for (int left = count; left > 0; ) {
      if (data[at++] <= LAST_END) {
        left--;
      }
    }
  }
}
