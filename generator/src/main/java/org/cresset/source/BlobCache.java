package org.cresset.source;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.cresset.git.ObjectHash;

/**
 * Contents of blobs beside each other in one file, from where they come faster than from Git's
 * packs. What is read is checked against its id; a file that is absent or damaged costs only time.
 * Safe for several threads.
 */
final class BlobCache implements Closeable {
  private static final long MAGIC = 0x63726573_626c6f01L;
  private static final int ENTRY = 20 + Long.BYTES + Integer.BYTES;
  private static final int TAIL = Integer.BYTES + 2 * Long.BYTES;
  private static final int LARGEST = 1 << 20;

  /** It is not written again while it lacks less than this part of what is wanted. */
  private static final int PART = 100;

  private record Place(long offset, int length) {}

  private final Path file;
  private final Optional<FileChannel> channel;
  private final Map<String, Place> places;
  private final Optional<Writing> writing;

  private BlobCache(
      Path file, Optional<FileChannel> channel, Map<String, Place> places, Set<String> wanted) {
    this.file = file;
    this.channel = channel;
    this.places = places;
    long lacking = wanted.stream().filter(id -> !places.containsKey(id)).count();
    this.writing = lacking * PART > wanted.size() ? Writing.begin(file, wanted) : Optional.empty();
  }

  /**
   * @param wanted ids of what may be kept
   */
  static BlobCache open(Path file, Collection<String> wanted) {
    Set<String> ids = Set.copyOf(wanted);
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      return new BlobCache(file, Optional.of(channel), places(channel), ids);
    } catch (IOException e) {
      return new BlobCache(file, Optional.empty(), Map.of(), ids);
    }
  }

  /** The list at the file's end; empty where it is not whole. */
  private static Map<String, Place> places(FileChannel channel) throws IOException {
    long end = channel.size() - TAIL;
    Map<String, Place> places = new HashMap<>();
    if (end < 0) {
      return places;
    }
    ByteBuffer tail = read(channel, end, TAIL);
    int count = tail.getInt();
    long sum = tail.getLong();
    if (tail.getLong() != MAGIC || count < 0 || count > end / ENTRY) {
      return places;
    }
    long start = end - (long) count * ENTRY;
    ByteBuffer list = read(channel, start, count * ENTRY);
    if (sum(list) != sum) {
      return places;
    }
    byte[] id = new byte[20];
    while (list.hasRemaining()) {
      list.get(id);
      places.put(HexFormat.of().formatHex(id), new Place(list.getLong(), list.getInt()));
    }
    return places;
  }

  private static ByteBuffer read(FileChannel channel, long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
      // Read on.
    }
    return bytes.rewind();
  }

  private static long sum(ByteBuffer list) {
    CRC32C sum = new CRC32C();
    sum.update(list.duplicate());
    return sum.getValue();
  }

  /** The size of a blob. */
  Optional<Long> size(String id) {
    return Optional.ofNullable(places.get(id)).map(place -> (long) place.length());
  }

  /** The content of a blob, from here or else from Git. */
  byte[] content(String id, Supplier<byte[]> git) {
    byte[] content = kept(id).orElseGet(git);
    writing.ifPresent(w -> w.add(id, content));
    return content;
  }

  private Optional<byte[]> kept(String id) {
    Place place = places.get(id);
    if (place == null || channel.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] content = read(channel.get(), place.offset(), place.length()).array();
      return Optional.of(content).filter(c -> ObjectHash.blob(c).equals(id));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps what was read so far for the next run, if much of it is new. */
  void save() {
    writing.ifPresent(w -> w.end(Optional.of(file)));
  }

  @Override
  public void close() {
    writing.ifPresent(w -> w.end(Optional.empty()));
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException e) {
      // It was only read.
      return;
    }
  }

  /** A file that comes into being. */
  private static final class Writing {
    private final Path fresh;
    private final OutputStream out;
    private final Set<String> left;
    private final List<byte[]> list = new ArrayList<>();
    private long offset;
    private boolean ended;

    private Writing(Path fresh, Set<String> wanted) throws IOException {
      this.fresh = fresh;
      this.out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16);
      this.left = new HashSet<>(wanted);
    }

    static Optional<Writing> begin(Path file, Set<String> wanted) {
      try {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        return Optional.of(new Writing(Files.createTempFile(folder, "blobs", null), wanted));
      } catch (IOException e) {
        // The next run goes without.
        return Optional.empty();
      }
    }

    synchronized void add(String id, byte[] content) {
      if (ended || content.length > LARGEST || !left.remove(id) || plain(content)) {
        return;
      }
      try {
        out.write(content);
        ByteBuffer entry = ByteBuffer.allocate(ENTRY).put(HexFormat.of().parseHex(id));
        list.add(entry.putLong(offset).putInt(content.length).array());
        offset += content.length;
      } catch (IOException e) {
        ended = true;
      }
    }

    /** Whether it may be what should lie encrypted, and be gone from Git soon. */
    private static boolean plain(byte[] content) {
      return new String(content, StandardCharsets.ISO_8859_1).contains("highly-sensitive");
    }

    synchronized void end(Optional<Path> file) {
      try (out) {
        if (!ended && file.isPresent()) {
          ByteBuffer all = ByteBuffer.allocate(list.size() * ENTRY + TAIL);
          list.forEach(all::put);
          long sum = sum(all.duplicate().flip());
          out.write(all.putInt(list.size()).putLong(sum).putLong(MAGIC).array());
          out.close();
          Files.move(fresh, file.get(), StandardCopyOption.ATOMIC_MOVE);
        }
      } catch (IOException e) {
        // The next run goes without.
        return;
      } finally {
        ended = true;
        delete();
      }
    }

    private void delete() {
      try {
        Files.deleteIfExists(fresh);
      } catch (IOException e) {
        // It may be removed with the whole cache.
        return;
      }
    }
  }
}
