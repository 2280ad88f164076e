package org.cresset.search;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.json.Json;

/**
 * Small scripts named by their content. Each hands one value to the search page, which works from
 * {@code file://} and under the strictest policy.
 */
final class Shards {
  /** Hexadecimal digits of a name. */
  static final int NAME = 12;

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  /** Keeps a packed text and returns its name. */
  String packed(String data) {
    return named(quoted(data));
  }

  /** Keeps a value of lists, maps, texts and numbers and returns its name. */
  String json(Object value) {
    return named(escaped(Json.compact(value)));
  }

  /** The one shard with a name of its own, where the reading begins. */
  void root(Object value) {
    file("index", escaped(Json.compact(value)));
  }

  /** By path from the root of the site. */
  SortedMap<String, byte[]> files() {
    return files;
  }

  private String named(String data) {
    String name = Keys.digest(data).substring(0, NAME);
    file(name, data);
    return name;
  }

  private void file(String name, String data) {
    String script = "cresset.shard(\"" + name + "\"," + data + ");\n";
    files.put("search/" + name + ".js", script.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String json) {
    return json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static String quoted(String data) {
    StringBuilder out = new StringBuilder(data.length() + 2).append('"');
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
    return out.append('"').toString();
  }
}
