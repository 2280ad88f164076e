package org.cresset.media;

import java.io.ByteArrayOutputStream;
import java.util.SortedSet;
import java.util.TreeSet;

/** JPEG (ITU-T T.81): segments that the picture needs are kept, and the colour profile. */
final class Jpeg {
  private static final int SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int COMMENT = 0xfe;
  private static final int APP0 = 0xe0;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;

  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SortedSet<String> found = new TreeSet<>();

  private Jpeg(byte[] in) {
    this.in = in;
  }

  static Clean clean(byte[] content) {
    Jpeg jpeg = new Jpeg(content);
    jpeg.run();
    return new Clean(jpeg.out.toByteArray(), jpeg.found);
  }

  private void run() {
    out.write(in, 0, 2);
    int at = 2;
    while (at + 4 <= in.length && Bytes.unsigned(in, at) == 0xff) {
      int marker = Bytes.unsigned(in, at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == END) {
        break;
      }
      int length = 2 + (Bytes.unsigned(in, at + 2) << 8 | Bytes.unsigned(in, at + 3));
      int end = Math.min(in.length, marker == SCAN ? scan(at + length) : at + length);
      if (keeps(marker, at)) {
        out.write(in, at, end - at);
      }
      at = end;
    }
    out.write(0xff);
    out.write(END);
    if (at + 2 < in.length) {
      found.add("bytes after the picture");
    }
  }

  /**
   * The end of the coded data that follows a scan's head: the next marker that is no part of it.
   */
  private int scan(int from) {
    int at = from;
    while (at + 1 < in.length) {
      int next = Bytes.unsigned(in, at + 1);
      boolean coded = next == 0 || next == 0xff || (next >= 0xd0 && next <= 0xd7);
      if (Bytes.unsigned(in, at) == 0xff && !coded) {
        return at;
      }
      at++;
    }
    return in.length;
  }

  private boolean keeps(int marker, int at) {
    if (marker == COMMENT) {
      found.add("a comment");
      return false;
    }
    if (marker < APP0 || marker > APP15) {
      return true;
    }
    boolean needed =
        (marker == APP0 && Bytes.starts(in, at + 4, "JFIF\0"))
            || (marker == APP2 && Bytes.starts(in, at + 4, "ICC_PROFILE\0"))
            || (marker == APP14 && Bytes.starts(in, at + 4, "Adobe"));
    if (!needed) {
      found.add(name(marker, at));
    }
    return needed;
  }

  private String name(int marker, int at) {
    if (Bytes.starts(in, at + 4, "Exif")) {
      return "EXIF (camera, time, place)";
    }
    return Bytes.starts(in, at + 4, "http://ns.adobe.com/")
        ? "XMP"
        : "application data " + (marker - APP0);
  }
}
