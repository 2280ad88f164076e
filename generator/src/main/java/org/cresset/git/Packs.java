package org.cresset.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The packs of a release repository. They hold no deltas, so entries can be moved as they are. */
final class Packs {
  private static final int MANY = 50;
  private static final int TRAILER = 20;
  private static final int LARGEST_TYPE = RawObject.TAG;

  private final Path objects;
  private final Path folder;

  Packs(Path repository) {
    this.objects = repository.resolve("objects");
    this.folder = objects.resolve("pack");
  }

  /** Removes what a crash left behind. */
  void clean() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> name(f).startsWith("tmp_")).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Lists the packs for clients without a Git server. */
  void writeInfo() throws IOException {
    StringBuilder info = new StringBuilder();
    for (Path pack : list()) {
      info.append("P ").append(name(pack)).append('\n');
    }
    Disk.write(objects.resolve("info/packs"), info.append('\n').toString());
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> name(f).endsWith(".pack") && Files.exists(index(f)))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Path index(Path pack) {
    return pack.resolveSibling(name(pack).replace(".pack", ".idx"));
  }

  /** Where packs have become many, puts them into one, but for one that outweighs the others. */
  void consolidate() throws IOException {
    List<Path> packs = new ArrayList<>(list());
    if (packs.size() <= MANY) {
      return;
    }
    long total = 0;
    Path largest = packs.getFirst();
    for (Path pack : packs) {
      total += Files.size(pack);
      largest = Files.size(pack) > Files.size(largest) ? pack : largest;
    }
    if (Files.size(largest) > total / 2) {
      packs.remove(largest);
    }
    packs.removeIf(pack -> !isPlain(pack));
    try (PackFile merged = new PackFile(folder)) {
      for (Path pack : packs) {
        copy(pack, merged);
      }
      String name = merged.finish();
      packs.removeIf(pack -> name(pack).equals(name + ".pack"));
    }
    for (Path pack : packs) {
      Files.delete(index(pack));
      Files.delete(pack);
    }
  }

  private interface Entries {
    void take(Id id, ByteBuffer packed) throws IOException;
  }

  /** Whether all entries stand for themselves; a pack that git made may hold deltas. */
  private static boolean isPlain(Path pack) {
    boolean[] plain = {true};
    try {
      each(pack, (id, packed) -> plain[0] &= (packed.get(0) >> 4 & 7) <= LARGEST_TYPE);
      return plain[0];
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static void copy(Path pack, PackFile to) throws IOException {
    each(pack, to::add);
  }

  private static void each(Path pack, Entries to) throws IOException {
    SortedMap<Long, Id> offsets = PackIndex.read(Files.readAllBytes(index(pack)));
    List<Long> starts = new ArrayList<>(offsets.keySet());
    try (FileChannel in = FileChannel.open(pack, StandardOpenOption.READ)) {
      for (int i = 0; i < starts.size(); i++) {
        long end = i + 1 < starts.size() ? starts.get(i + 1) : in.size() - TRAILER;
        ByteBuffer packed = ByteBuffer.allocate((int) (end - starts.get(i)));
        while (packed.hasRemaining() && in.read(packed, starts.get(i) + packed.position()) > 0) {}
        to.take(java.util.Objects.requireNonNull(offsets.get(starts.get(i))), packed.flip());
      }
    }
  }
}
