package org.cresset.search;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cresset.json.Json;

/**
 * Small scripts named by their content. Each hands one value to the search page, which works from
 * {@code file://} and under the strictest policy. Safe for several threads.
 */
final class Shards {
  /** Hexadecimal digits of a name. */
  static final int NAME = 12;

  private final SortedMap<String, Shard> files = new ConcurrentSkipListMap<>();

  /**
   * A script.
   *
   * @param digest of its value
   */
  record Shard(String digest, byte[] script) {}

  /** Keeps a packed text in UTF-8 and returns its name. */
  String packed(byte[] data) {
    return named(quoted(data));
  }

  /** Keeps a value of lists, maps, texts and numbers and returns its name. */
  String json(Object value) {
    return named(escaped(Json.compact(value)));
  }

  /** The one shard with a name of its own, where the reading begins. */
  void root(Object value) {
    byte[] data = escaped(Json.compact(value));
    file("index", Keys.digest(data), data);
  }

  /** By path from the root of the site. */
  SortedMap<String, Shard> files() {
    return files;
  }

  private String named(byte[] data) {
    String digest = Keys.digest(data);
    String name = digest.substring(0, NAME);
    file(name, digest, data);
    return name;
  }

  private void file(String name, String digest, byte[] data) {
    Packed script = new Packed();
    script.raw(("cresset.shard(\"" + name + "\",").getBytes(StandardCharsets.UTF_8));
    script.raw(data).raw(");\n".getBytes(StandardCharsets.UTF_8));
    files.put("search/" + name + ".js", new Shard(digest, script.take()));
  }

  private static byte[] escaped(String json) {
    return json.replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Packed numbers need no escapes; terms between them may, though hardly ever. */
  private static byte[] quoted(byte[] data) {
    boolean plain = true;
    for (byte b : data) {
      plain &= b >= '#' && b != '\\';
    }
    if (!plain) {
      return quoted(new String(data, StandardCharsets.UTF_8));
    }
    byte[] out = new byte[data.length + 2];
    System.arraycopy(data, 0, out, 1, data.length);
    out[0] = '"';
    out[out.length - 1] = '"';
    return out;
  }

  private static byte[] quoted(String data) {
    StringBuilder out = new StringBuilder(data.length() + 16).append('"');
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
        out.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString().getBytes(StandardCharsets.UTF_8);
  }
}
