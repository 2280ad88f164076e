package org.cresset.media;

import java.nio.charset.StandardCharsets;

/** Bytes seen as Latin-1 text. */
final class Bytes {
  private Bytes() {}

  static boolean starts(byte[] content, int at, String text) {
    return content.length >= at + text.length() && text(content, at, text.length()).equals(text);
  }

  static String text(byte[] content, int at, int length) {
    return new String(content, at, length, StandardCharsets.ISO_8859_1);
  }

  static int unsigned(byte[] content, int at) {
    return content[at] & 0xff;
  }
}
