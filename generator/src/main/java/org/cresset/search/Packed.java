package org.cresset.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers and texts as printable ASCII that needs no escapes in a script. There are 90 signs, from
 * {@code #} upwards without the backslash. The first 70 end a number, the other 20 go before: a
 * number below 70 is its sign; else the rest by 20 is a sign to be followed by the twentieth part
 * of what is above 70.
 */
final class Packed {
  /** How many signs end a number. */
  static final int LAST = 70;

  /** How many go on. */
  static final int MORE = 20;

  private static final byte[] SIGNS = new byte[LAST + MORE];
  private static final byte[] NOTHING = {};

  static {
    for (int digit = 0; digit < SIGNS.length; digit++) {
      int c = '#' + digit;
      SIGNS[digit] = (byte) (c < '\\' ? c : c + 1);
    }
  }

  private byte[] data = NOTHING;
  private int length = 0;

  Packed number(int value) {
    int rest = value;
    while (rest >= LAST) {
      rest -= LAST;
      put(SIGNS[LAST + rest % MORE]);
      rest /= MORE;
    }
    put(SIGNS[rest]);
    return this;
  }

  private void put(byte digit) {
    if (length == data.length) {
      room(1);
    }
    data[length++] = digit;
  }

  private void room(int more) {
    data = Arrays.copyOf(data, Math.max(length + more, length < 8 ? 8 : 2 * length));
  }

  /** A text in UTF-8 after its length in UTF-16 units. */
  Packed text(String text) {
    return number(text.length()).raw(text.getBytes(StandardCharsets.UTF_8));
  }

  Packed raw(byte[] bytes) {
    return raw(bytes, 0, bytes.length);
  }

  Packed raw(byte[] bytes, int from, int to) {
    if (length + to - from > data.length) {
      room(to - from);
    }
    System.arraycopy(bytes, from, data, length, to - from);
    length += to - from;
    return this;
  }

  int length() {
    return length;
  }

  byte[] bytes() {
    return length == 0 ? NOTHING : length == data.length ? data : Arrays.copyOf(data, length);
  }

  /** What was packed since the last time. */
  byte[] take() {
    byte[] packed = length == 0 ? NOTHING : Arrays.copyOf(data, length);
    length = 0;
    return packed;
  }
}
