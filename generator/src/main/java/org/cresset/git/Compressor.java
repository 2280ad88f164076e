package org.cresset.git;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Makes pack entries, quickly rather than small. For one thread. */
final class Compressor implements AutoCloseable {
  private static final int QUICK = 1;

  private final Deflater deflater = new Deflater(QUICK);
  private byte[] buffer = new byte[64 << 10];

  RawObject object(Id id, int type, byte[] content) {
    return new RawObject(id, type, content.length, entry(type, content));
  }

  RawObject object(int type, String name, byte[] content) {
    return object(new Id(ObjectHash.raw(name, content)), type, content);
  }

  private byte[] entry(int type, byte[] content) {
    int length = header(type, content.length);
    deflater.reset();
    deflater.setInput(content);
    deflater.finish();
    while (!deflater.finished()) {
      if (length == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      length += deflater.deflate(buffer, length, buffer.length - length);
    }
    return Arrays.copyOf(buffer, length);
  }

  /** Type in three bits, size in four and then seven at a time, lowest first. */
  private int header(int type, long size) {
    int length = 0;
    long rest = size >>> 4;
    int first = type << 4 | (int) (size & 15);
    buffer[length++] = (byte) (rest == 0 ? first : first | 0x80);
    while (rest != 0) {
      int bits = (int) (rest & 0x7f);
      rest >>>= 7;
      buffer[length++] = (byte) (rest == 0 ? bits : bits | 0x80);
    }
    return length;
  }

  @Override
  public void close() {
    deflater.end();
  }
}
