package org.cresset.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive of exactly a tree: entries in the order of paths, all of one time, readable by all.
 * Entries that did not change are copied from the archive before as they are, still compressed.
 */
final class Archive {
  private static final int CHUNK = 1 << 14;

  private final Path file;

  Archive(Path file) {
    this.file = file;
  }

  /** Whether it had to be written: not if it holds this release already. */
  boolean update(PreviousRelease release) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
    try (ZipReader old = ZipReader.open(file)) {
      Map<String, String> known = manifest(old);
      if (old.content(Manifest.NAME).filter(b -> Arrays.equals(b, release.bytes())).isPresent()) {
        return false;
      }
      SortedMap<String, Optional<String>> all = new TreeMap<>(SitePath.ORDER);
      release.manifest().files().forEach((path, hash) -> all.put(path, Optional.of(hash)));
      all.put(Manifest.NAME, Optional.empty());
      all.put(Manifest.SIGNATURE, Optional.empty());
      try (FileChannel out =
              FileChannel.open(
                  temporary,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          ZipWriter zip = new ZipWriter(out)) {
        all.entrySet().parallelStream()
            .map(e -> entry(e.getKey(), e.getValue(), release.tree(), old, known))
            .forEachOrdered(zip::add);
        zip.finish();
        out.force(true);
      } catch (UncheckedIOException e) {
        throw new IOException(e.getCause());
      }
    }
    Files.setPosixFilePermissions(temporary, Disk.FILE);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    Disk.force(file.resolveSibling("."));
    return true;
  }

  private static Map<String, String> manifest(ZipReader old) throws IOException {
    try {
      Optional<byte[]> bytes = old.content(Manifest.NAME);
      return bytes.isEmpty() ? Map.of() : Manifest.parse(bytes.get()).files();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static ZipEntryData entry(
      String path, Optional<String> hash, Path tree, ZipReader old, Map<String, String> known) {
    try {
      @Nullable String before = known.get(path);
      if (before != null && hash.equals(Optional.of(before))) {
        Optional<ZipEntryData> same = old.raw(path);
        if (same.isPresent()) {
          return same.get();
        }
      }
      return compress(path, Files.readAllBytes(tree.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ZipEntryData compress(String path, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + 64);
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return new ZipEntryData(path, crc.getValue(), content.length, out.toByteArray());
    } finally {
      deflater.end();
    }
  }
}
