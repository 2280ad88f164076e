package org.cresset.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terms of an index as they stand in its scripts, for who looks through finished files. */
public final class ExportedTerms {
  /** The script that names all others, by its path from the root of the site. */
  public static final String ROOT = "search/index.js";

  private static final Pattern BLOCKS = Pattern.compile("\"blocks\":\"([0-9a-f]*)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");

  private ExportedTerms() {}

  /**
   * The paths of the scripts that hold terms.
   *
   * @param root the script at {@link #ROOT}
   */
  public static List<String> paths(byte[] root) {
    List<String> paths = new ArrayList<>();
    Matcher blocks = BLOCKS.matcher(new String(root, StandardCharsets.UTF_8));
    if (blocks.find()) {
      String names = blocks.group(1);
      for (int at = 0; at < names.length(); at += Shards.NAME) {
        paths.add("search/" + names.substring(at, at + Shards.NAME) + ".js");
      }
    }
    return paths;
  }

  /** The terms that such a script holds. */
  public static List<String> of(byte[] script) {
    Unpacked block = new Unpacked(value(new String(script, StandardCharsets.UTF_8)));
    block.text();
    block.text();
    List<String> terms = new ArrayList<>();
    String last = "";
    for (int left = block.number(); left > 0; left--) {
      last = last.substring(0, block.number()) + block.text();
      terms.add(last);
      int postings = block.number();
      block.pass(postings <= Dictionary.INLINE ? postings : 0);
      if (block.number() >= Dictionary.POSITIONS_SHARD) {
        block.number();
        block.text();
      }
    }
    return terms;
  }

  /** The text that the script hands over, its escapes undone. */
  private static byte[] value(String script) {
    String quoted = script.substring(script.indexOf(",\"") + 2, script.lastIndexOf('"'));
    return ESCAPE
        .matcher(quoted)
        .replaceAll(escape ->
            Matcher.quoteReplacement(
                escape.group(1) == null
                    ? escape.group(2)
                    : String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
        .getBytes(StandardCharsets.UTF_8);
  }
}
