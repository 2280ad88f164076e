package org.cresset.search;

import java.util.HexFormat;
import org.cresset.json.Json;

/** JSON that holds any text, halves of surrogate pairs too, in ASCII alone. */
final class Ascii {
  private Ascii() {}

  static String json(String text) {
    StringBuilder out = new StringBuilder();
    Json.compact(text)
        .chars()
        .forEach(c -> {
          String hex = HexFormat.of().toHexDigits((char) c);
          out.append(c < 0x7F ? String.valueOf((char) c) : "\\u" + hex);
        });
    return out.toString();
  }
}
