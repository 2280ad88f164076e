package org.cresset.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;

/**
 * Compresses to one of few sizes: gzip (RFC 1952), the content in its first member, and empty
 * members after it whose extra fields are filled up. Programs that decompress pass over those.
 */
final class Padded {
  /** The least size; larger ones are the powers of two above. */
  static final int LEAST = 1 << 20;

  private static final int HEAD = 10;
  private static final int TRAILER = 8;
  private static final byte[] NOTHING = {3, 0};

  /** Of a member that holds nothing but an empty extra field. */
  private static final int EMPTY = HEAD + 2 + NOTHING.length + TRAILER;

  private static final int LONGEST = 0xffff;
  private static final byte EXTRA = 4;
  private static final long MOST = 1L << 30;

  private Padded() {}

  static byte[] compress(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(LEAST);
    out.write(head((byte) 0));
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try (DeflaterOutputStream data = new DeflaterOutputStream(out, deflater, LONGEST)) {
      data.write(content);
    } finally {
      deflater.end();
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    out.write(little(TRAILER).putInt((int) crc.getValue()).putInt(content.length).array());
    for (int rest = step(out.size()) - out.size(); rest > 0; ) {
      // What is left must be nothing, or enough for one more member.
      int part = Math.min(rest, EMPTY + LONGEST);
      part = rest - part > 0 && rest - part < EMPTY ? part - EMPTY : part;
      out.write(head(EXTRA));
      out.write(little(2).putShort((short) (part - EMPTY)).array());
      out.write(new byte[part - EMPTY]);
      out.write(NOTHING);
      out.write(new byte[TRAILER]);
      rest -= part;
    }
    return out.toByteArray();
  }

  /** The least size that has room for that many bytes, and a member more where it isn't exact. */
  static int step(int size) {
    int step = LEAST;
    while (step < size || (step > size && step - size < EMPTY)) {
      step = Math.multiplyExact(step, 2);
    }
    return step;
  }

  private static byte[] head(byte flags) {
    return new byte[] {0x1f, (byte) 0x8b, 8, flags, 0, 0, 0, 0, 0, (byte) 0xff};
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @throws IOException if it can't be decompressed, or is larger than any edition
   */
  static byte[] decompress(byte[] compressed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), LONGEST)) {
      byte[] content = in.readNBytes((int) MOST);
      if (in.read() >= 0) {
        throw new IOException("larger than any edition");
      }
      return content;
    }
  }
}
