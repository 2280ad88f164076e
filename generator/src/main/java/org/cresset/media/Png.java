package org.cresset.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** PNG (W3C, third edition): chunks that the picture needs are kept. */
final class Png {
  private static final int HEAD = 8;
  private static final int FRAME = 12;
  private static final Set<String> NEEDED =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
          "pHYs", "bKGD", "hIST", "acTL", "fcTL", "fdAT");
  private static final Map<String, String> NAMES =
      Map.of("eXIf", "EXIF (camera, time, place)", "tIME", "the time of its last change");

  private Png() {}

  static Clean clean(byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SortedSet<String> found = new TreeSet<>();
    out.write(in, 0, HEAD);
    int at = HEAD;
    boolean ended = false;
    while (!ended && at + FRAME <= in.length) {
      long length = Integer.toUnsignedLong(ByteBuffer.wrap(in, at, 4).getInt());
      int end = (int) Math.min(in.length, at + FRAME + length);
      String type = Bytes.text(in, at + 4, 4);
      if (NEEDED.contains(type)) {
        out.write(in, at, end - at);
      } else {
        found.add(
            type.endsWith("Xt")
                ? "text (" + Bytes.text(in, at + HEAD, keyword(in, at + HEAD, end)) + ")"
                : NAMES.getOrDefault(type, "a chunk " + type.replaceAll("[^A-Za-z]", "?")));
      }
      ended = type.equals("IEND");
      at = end;
    }
    if (at < in.length) {
      found.add("bytes after the picture");
    }
    return new Clean(out.toByteArray(), found);
  }

  private static int keyword(byte[] in, int from, int end) {
    int at = from;
    while (at < end && in[at] != 0 && at - from < 40) {
      at++;
    }
    return at - from;
  }
}
