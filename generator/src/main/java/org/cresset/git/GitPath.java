package org.cresset.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A path as Git keeps it: bytes.
 *
 * @param text the path; where it is not UTF-8, with its foreign bytes as {@code <XX>}
 * @param utf8 whether the bytes are UTF-8
 */
public record GitPath(String text, boolean utf8) {

  static GitPath decode(byte[] raw, int from, int length) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return new GitPath(decoder.decode(ByteBuffer.wrap(raw, from, length)).toString(), true);
    } catch (CharacterCodingException e) {
      StringBuilder shown = new StringBuilder();
      for (int i = from; i < from + length; i++) {
        shown.append(
            raw[i] >= 0 ? (char) raw[i] : String.format(Locale.ROOT, "<%02X>", raw[i] & 0xff));
      }
      return new GitPath(shown.toString(), false);
    }
  }

  static GitPath decode(byte[] raw) {
    return decode(raw, 0, raw.length);
  }
}
