package org.cresset.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.cresset.parallel.Trickle;

/** Writes one pack and its index; an object given twice is written once. */
final class PackFile implements AutoCloseable {
  private static final int HEADER = 12;

  private final Path folder;
  private final Path fresh;
  private final FileChannel out;
  private final TreeMap<Id, PackIndex.Place> places = new TreeMap<>();
  private final Trickle trickle;
  private long length = HEADER;

  PackFile(Path folder) throws IOException {
    this.folder = folder;
    this.fresh = folder.resolve("tmp_pack");
    this.out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    out.write(ByteBuffer.allocate(HEADER));
    this.trickle = new Trickle(out);
  }

  void add(RawObject object) {
    add(object.id(), ByteBuffer.wrap(object.packed()));
  }

  void add(Id id, ByteBuffer packed) {
    if (places.containsKey(id)) {
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(packed.duplicate());
    places.put(id, new PackIndex.Place(length, (int) crc.getValue()));
    try {
      while (packed.hasRemaining()) {
        length += out.write(packed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes header, trailer and index, and moves both into place: the index last. */
  String finish() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put("PACK".getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(places.size()).flip();
    out.write(header, 0);
    byte[] sum = digest();
    out.write(ByteBuffer.wrap(sum), length);
    trickle.close();
    out.force(true);
    String name = "pack-" + HexFormat.of().formatHex(sum);
    Disk.publish(fresh, folder.resolve(name + ".pack"));
    Disk.write(folder.resolve(name + ".idx"), PackIndex.bytes(places, sum));
    return name;
  }

  private byte[] digest() throws IOException {
    MessageDigest digest = ObjectHash.sha1();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
    long at = 0;
    while (at < length) {
      int read = out.read(buffer.clear(), at);
      digest.update(buffer.flip());
      at += read;
    }
    return digest.digest();
  }

  /** Leaves nothing behind where it was not finished. */
  @Override
  public void close() throws IOException {
    try {
      trickle.close();
    } finally {
      out.close();
      Files.deleteIfExists(fresh);
    }
  }
}
