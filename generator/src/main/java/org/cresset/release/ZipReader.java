package org.cresset.release;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads the archives that {@link ZipWriter} writes, entries still compressed. Anything else counts
 * as an empty archive, and is written anew. Safe for several threads.
 */
final class ZipReader implements AutoCloseable {
  /**
   * Where an entry lies.
   *
   * @param offset of its local header
   * @param name how long its name is
   */
  record At(long crc, long deflated, long size, long offset, int name) {
    long end() {
      return offset + ZipWriter.LOCAL_SIZE + name + deflated;
    }
  }

  private final @Nullable FileChannel channel;
  private final Map<String, At> entries = new HashMap<>();

  private ZipReader(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  static ZipReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new ZipReader(null);
    }
    ZipReader reader = new ZipReader(FileChannel.open(file, StandardOpenOption.READ));
    try {
      reader.directory();
    } catch (EOFException | RuntimeException e) {
      reader.entries.clear();
    }
    return reader;
  }

  private void directory() throws IOException {
    long length = channel().size();
    ByteBuffer end = read(length - ZipWriter.END_SIZE, ZipWriter.END_SIZE);
    long size = Integer.toUnsignedLong(end.getInt(12));
    ByteBuffer central = read(Integer.toUnsignedLong(end.getInt(16)), Math.toIntExact(size));
    while (central.hasRemaining()) {
      int at = central.position();
      if (central.getInt(at) != ZipWriter.CENTRAL) {
        throw new EOFException("not an archive of ours");
      }
      byte[] name = new byte[central.getShort(at + 28)];
      central.position(at + ZipWriter.CENTRAL_SIZE);
      central.get(name);
      entries.put(
          new String(name, StandardCharsets.UTF_8),
          new At(
              Integer.toUnsignedLong(central.getInt(at + 16)),
              Integer.toUnsignedLong(central.getInt(at + 20)),
              Integer.toUnsignedLong(central.getInt(at + 24)),
              Integer.toUnsignedLong(central.getInt(at + 42)),
              name.length));
    }
  }

  Optional<At> at(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  FileChannel channel() throws EOFException {
    if (channel == null) {
      throw new EOFException("no archive");
    }
    return channel;
  }

  private ByteBuffer read(long position, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel().read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the archive is cut off");
      }
    }
    return buffer.flip();
  }

  /** An entry, still compressed. */
  Optional<ZipEntryData> raw(String path) throws IOException {
    At at = entries.get(path);
    if (at == null) {
      return Optional.empty();
    }
    ByteBuffer data =
        read(at.offset() + ZipWriter.LOCAL_SIZE + at.name(), Math.toIntExact(at.deflated()));
    return Optional.of(new ZipEntryData(path, at.crc(), at.size(), data.array()));
  }

  /** An entry's content. */
  Optional<byte[]> content(String path) throws IOException {
    Optional<ZipEntryData> raw = raw(path);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater(true);
    try {
      byte[] content = new byte[Math.toIntExact(raw.get().size())];
      inflater.setInput(raw.get().deflated());
      return inflater.inflate(content) == content.length ? Optional.of(content) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
