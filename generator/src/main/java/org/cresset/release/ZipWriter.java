package org.cresset.release;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a zip archive (PKWARE's APPNOTE, 4.3) entry by entry, with sizes known beforehand and no
 * extra fields, so that entries can be copied from archive to archive.
 */
final class ZipWriter implements AutoCloseable {
  static final int LOCAL = 0x04034b50;
  static final int CENTRAL = 0x02014b50;
  static final int END = 0x06054b50;
  static final int LOCAL_SIZE = 30;
  static final int CENTRAL_SIZE = 46;
  static final int END_SIZE = 22;
  private static final int END64 = 0x06064b50;
  private static final int LOCATOR64 = 0x07064b50;
  private static final short VERSION = 20;
  private static final short VERSION64 = 45;
  private static final short UNIX = 3 << 8;
  private static final short UTF8 = 1 << 11;
  private static final short DEFLATED = 8;

  /** 1980-01-01, the first day that the format knows. */
  private static final short DAY = 1 << 5 | 1;

  private static final int MODE = 0100644 << 16;
  private static final int MOST_SHORT = 0xffff;
  private static final long MOST = 0xffffffffL;
  private static final int BUFFER = 1 << 18;

  private final FileChannel channel;
  private final OutputStream out;
  private final List<ByteBuffer> directory = new ArrayList<>();
  private long position;

  ZipWriter(FileChannel channel) {
    this.channel = channel;
    out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  void add(ZipEntryData e) {
    byte[] name = e.path().getBytes(StandardCharsets.UTF_8);
    ZipReader.At at =
        new ZipReader.At(e.crc(), e.deflated().length, e.size(), position, name.length);
    list(at, name);
    ByteBuffer head = buffer(LOCAL_SIZE + name.length);
    head.putInt(LOCAL).putShort(VERSION);
    common(head, at).put(name);
    try {
      write(head);
      out.write(e.deflated());
      position += e.deflated().length;
    } catch (IOException x) {
      throw new UncheckedIOException(x);
    }
  }

  /** Adds entries of another archive of ours as they are; what lies side by side goes at once. */
  void copy(ZipReader from, List<String> paths) {
    long start = 0;
    long end = 0;
    try {
      for (String path : paths) {
        ZipReader.At at = from.at(path).orElseThrow();
        if (at.offset() != end) {
          transfer(from, start, end);
          start = at.offset();
        }
        end = at.end();
        long there = position + at.offset() - start;
        list(
            new ZipReader.At(at.crc(), at.deflated(), at.size(), there, at.name()),
            path.getBytes(StandardCharsets.UTF_8));
      }
      transfer(from, start, end);
    } catch (IOException x) {
      throw new UncheckedIOException(x);
    }
  }

  private void transfer(ZipReader from, long start, long end) throws IOException {
    out.flush();
    for (long at = start; at < end; ) {
      long moved = from.channel().transferTo(at, end - at, channel);
      if (moved <= 0) {
        throw new EOFException("the archive is cut off");
      }
      at += moved;
    }
    position += end - start;
  }

  private void list(ZipReader.At at, byte[] name) {
    if (at.offset() > MOST || at.size() > MOST) {
      throw new UncheckedIOException(new IOException("the archive would be larger than 4 GiB"));
    }
    ByteBuffer central = buffer(CENTRAL_SIZE + name.length);
    central.putInt(CENTRAL).putShort((short) (UNIX | VERSION)).putShort(VERSION);
    common(central, at).putShort((short) 0).putShort((short) 0).putShort((short) 0);
    central.putInt(MODE).putInt((int) at.offset()).put(name);
    directory.add(central);
  }

  /** What local header and central directory both say, from the flags to the extra length. */
  private static ByteBuffer common(ByteBuffer b, ZipReader.At at) {
    return b.putShort(UTF8)
        .putShort(DEFLATED)
        .putShort((short) 0)
        .putShort(DAY)
        .putInt((int) at.crc())
        .putInt((int) at.deflated())
        .putInt((int) at.size())
        .putShort((short) at.name())
        .putShort((short) 0);
  }

  void finish() throws IOException {
    long start = position;
    for (ByteBuffer central : directory) {
      write(central);
    }
    long size = position - start;
    int count = directory.size();
    if (start > MOST || size > MOST) {
      throw new IOException("the archive would be larger than 4 GiB");
    }
    if (count >= MOST_SHORT) {
      end64(start, size, count);
    }
    short shown = (short) Math.min(count, MOST_SHORT);
    write(
        buffer(END_SIZE)
            .putInt(END)
            .putInt(0)
            .putShort(shown)
            .putShort(shown)
            .putInt((int) size)
            .putInt((int) start)
            .putShort((short) 0));
    out.flush();
  }

  private void end64(long start, long size, long count) throws IOException {
    long at = position;
    write(
        buffer(56)
            .putInt(END64)
            .putLong(44)
            .putShort((short) (UNIX | VERSION64))
            .putShort(VERSION64)
            .putLong(0)
            .putLong(count)
            .putLong(count)
            .putLong(size)
            .putLong(start));
    write(buffer(20).putInt(LOCATOR64).putInt(0).putLong(at).putInt(1));
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(ByteBuffer b) throws IOException {
    out.write(b.array());
    position += b.capacity();
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
