package org.cresset.search;

import java.nio.charset.StandardCharsets;

/** Reads what {@link Packed} wrote. */
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

  /** A text, whose length in UTF-16 units goes before it. */
  String text() {
    int left = number();
    int start = at;
    while (left > 0) {
      int lead = data[at] & 0xff;
      int bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      left -= bytes == 4 ? 2 : 1;
      at += bytes;
    }
    return new String(data, start, at - start, StandardCharsets.UTF_8);
  }

  /** Passes over so many bytes. */
  void pass(int bytes) {
    at += bytes;
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
