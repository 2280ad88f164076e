package org.cresset.source;

import java.util.Arrays;

/** Line ends. */
final class LineEnds {
  private LineEnds() {}

  /** The content with each CR LF made LF. */
  static byte[] unix(byte[] content) {
    byte[] out = new byte[content.length];
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      boolean paired = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (!paired) {
        out[length++] = content[i];
      }
    }
    return Arrays.copyOf(out, length);
  }
}
