package org.cresset.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** WebP (RFC 9649): chunks that the picture needs are kept. */
final class Webp {
  private static final int HEAD = 12;
  private static final int FRAME = 8;
  private static final int WITHOUT_EXIF_AND_XMP = 0xf3;
  private static final Set<String> NEEDED =
      Set.of("VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP");

  private Webp() {}

  static Clean clean(byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SortedSet<String> found = new TreeSet<>();
    out.write(in, 0, HEAD);
    long stated = FRAME + little(in, 4);
    int limit = (int) Math.min(in.length, stated);
    int at = HEAD;
    while (at + FRAME <= limit) {
      long length = little(in, at + 4);
      int end = (int) Math.min(limit, at + FRAME + length + length % 2);
      String type = Bytes.text(in, at, 4);
      if (NEEDED.contains(type)) {
        out.write(in, at, end - at);
      } else {
        found.add(type.equals("EXIF") ? "EXIF (camera, time, place)" : "a chunk " + type.strip());
      }
      at = end;
    }
    if (at < in.length) {
      found.add("bytes after the picture");
    }
    return found.isEmpty() ? new Clean(in, found) : new Clean(closed(out.toByteArray()), found);
  }

  /** With its new length, and without the flags of what was left out. */
  private static byte[] closed(byte[] out) {
    ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).putInt(4, out.length - FRAME);
    if (Bytes.starts(out, HEAD, "VP8X") && out.length > HEAD + FRAME) {
      out[HEAD + FRAME] &= (byte) WITHOUT_EXIF_AND_XMP;
    }
    return out;
  }

  private static long little(byte[] in, int at) {
    return Integer.toUnsignedLong(
        ByteBuffer.wrap(in, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt());
  }
}
