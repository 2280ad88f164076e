package org.cresset.release;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Which paths a tree may have (release format, Paths). */
final class SitePath {
  /** By bytes: all of a path is ASCII. */
  static final Comparator<String> ORDER = Comparator.naturalOrder();

  private static final Pattern CHAIN = Pattern.compile("releases/[1-9][0-9]*/SHA256SUMS(\\.asc)?");
  private static final int LONGEST = 1000;
  private static final int LONGEST_NAME = 255;

  private SitePath() {}

  /** Whether a manifest may name it. */
  static boolean fits(String path) {
    return plain(path) ? !path.startsWith("releases/") : CHAIN.matcher(path).matches();
  }

  /** A link of the chain: an earlier release's manifest or its signature. */
  static boolean chain(String path) {
    return path.startsWith("releases/");
  }

  private static boolean plain(String text) {
    byte[] path = text.getBytes(StandardCharsets.UTF_8);
    int start = 0;
    for (int i = 0; i <= path.length; i++) {
      byte c = i == path.length ? (byte) '/' : path[i];
      if (c == '/') {
        if (!name(path, start, i)) {
          return false;
        }
        start = i + 1;
      } else if (!(c >= 'a' && c <= 'z'
          || c >= '0' && c <= '9'
          || c == '.'
          || c == '_'
          || c == '+'
          || c == '-')) {
        return false;
      }
    }
    return path.length <= LONGEST;
  }

  private static boolean name(byte[] path, int start, int end) {
    int length = end - start;
    return length > 0
        && length <= LONGEST_NAME
        && !(path[start] == '.' && (length == 1 || length == 2 && path[start + 1] == '.'));
  }
}
