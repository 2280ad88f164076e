package org.cresset.search;

/**
 * Numbers and texts as printable ASCII that needs no escapes in a script. A number's digits, lowest
 * first, are to the base 45; all but the last have 45 added. Digit 0 is {@code #}; the backslash is
 * left out.
 */
final class Packed {
  private static final int BASE = 45;

  private final StringBuilder out = new StringBuilder();

  Packed number(int value) {
    int rest = value;
    while (rest >= BASE) {
      digit(BASE + rest % BASE);
      rest /= BASE;
    }
    digit(rest);
    return this;
  }

  private void digit(int digit) {
    int c = '#' + digit;
    out.append((char) (c < '\\' ? c : c + 1));
  }

  /** A text after its length in UTF-16 units. */
  Packed text(CharSequence text) {
    number(text.length());
    return raw(text);
  }

  Packed raw(CharSequence text) {
    out.append(text);
    return this;
  }

  int length() {
    return out.length();
  }

  /** What was packed since the last time. */
  String take() {
    String packed = out.toString();
    out.setLength(0);
    return packed;
  }
}
