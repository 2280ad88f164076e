package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.cresset.git.Deflated;
import org.cresset.parallel.Trickle;

/**
 * A zip archive of exactly a tree: entries in the order of paths, all of one time, readable by all.
 * Entries that did not change are copied from the archive before as they are, still compressed; and
 * what the history has just compressed is not compressed again.
 */
final class Archive implements Deflated, AutoCloseable {
  /** What a zlib stream (RFC 1950) has before its deflated data, and after it. */
  private static final int ZLIB_HEAD = 2;

  private static final int ZLIB_TAIL = 4;

  private final Path file;
  private final Path temporary;
  private final Path tree;
  private final ZipReader old;
  private final Set<String> same;
  private final Deque<String> missing;
  private final FileChannel out;
  private final ZipWriter zip;
  private final Trickle trickle;

  private Archive(Path file, PreviousRelease release, ZipReader old) throws IOException {
    this.file = file;
    this.temporary = file.resolveSibling("." + file.getFileName() + ".new");
    this.tree = release.tree();
    this.old = old;
    this.same = unchanged(release, manifest(old));
    this.missing = new ArrayDeque<>(paths(release));
    this.out =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.zip = new ZipWriter(out);
    this.trickle = new Trickle(out);
  }

  /** Begins the archive of a release; empty if the file is that already. */
  static Optional<Archive> begin(Path file, PreviousRelease release) throws IOException {
    ZipReader old = ZipReader.open(file);
    try {
      if (old.content(Manifest.NAME).filter(b -> Arrays.equals(b, release.bytes())).isEmpty()) {
        return Optional.of(new Archive(file, release, old));
      }
      old.close();
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      old.close();
      throw e;
    }
  }

  private static Map<String, String> manifest(ZipReader old) throws IOException {
    try {
      Optional<byte[]> bytes = old.content(Manifest.NAME);
      return bytes.isEmpty() ? Map.of() : Manifest.parse(bytes.get()).files();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static Set<String> unchanged(PreviousRelease release, Map<String, String> before) {
    Set<String> same = new TreeSet<>();
    release
        .manifest()
        .files()
        .forEach((path, hash) -> {
          if (hash.equals(before.get(path))) {
            same.add(path);
          }
        });
    return same;
  }

  private static Set<String> paths(PreviousRelease release) {
    Set<String> all = new TreeSet<>(SitePath.ORDER);
    all.addAll(release.manifest().files().keySet());
    all.add(Manifest.NAME);
    all.add(Manifest.SIGNATURE);
    return all;
  }

  /** Takes a file; all before it are added first. */
  @Override
  public void file(String path, byte[] content, ByteBuffer zlib) {
    add(other -> SitePath.ORDER.compare(other, path) < 0);
    if (path.equals(missing.peek())) {
      missing.remove();
      byte[] deflated = new byte[zlib.remaining() - ZLIB_HEAD - ZLIB_TAIL];
      zlib.get(ZLIB_HEAD, deflated);
      zip.add(new ZipEntryData(path, crc(content), content.length, deflated));
    }
  }

  /** Adds the missing files, as long as they are such. */
  private void add(Predicate<String> such) {
    List<String> fresh = new ArrayList<>();
    List<String> copied = new ArrayList<>();
    while (!missing.isEmpty() && such.test(missing.peek())) {
      String path = missing.remove();
      if (same.contains(path) && old.at(path).isPresent()) {
        compress(fresh);
        copied.add(path);
      } else {
        zip.copy(old, copied);
        copied.clear();
        fresh.add(path);
      }
    }
    compress(fresh);
    zip.copy(old, copied);
  }

  private void compress(List<String> paths) {
    paths.parallelStream().map(this::compressed).forEachOrdered(zip::add);
    paths.clear();
  }

  private ZipEntryData compressed(String path) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      byte[] content = Files.readAllBytes(tree.resolve(path));
      deflater.setInput(content);
      deflater.finish();
      byte[] deflated = new byte[content.length / 2 + 64];
      int length = deflater.deflate(deflated);
      while (!deflater.finished()) {
        deflated = Arrays.copyOf(deflated, 2 * deflated.length);
        length += deflater.deflate(deflated, length, deflated.length - length);
      }
      return new ZipEntryData(path, crc(content), content.length, Arrays.copyOf(deflated, length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
  }

  private static long crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  /** Adds what is missing still, and puts the archive in its place. */
  void finish() throws IOException {
    try {
      add(path -> true);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
    zip.finish();
    trickle.close();
    out.force(true);
    Files.setPosixFilePermissions(temporary, Disk.FILE);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    Disk.force(file.resolveSibling("."));
  }

  /** Leaves nothing behind where it was not finished. */
  @Override
  public void close() throws IOException {
    try {
      trickle.close();
    } finally {
      out.close();
      old.close();
      Files.deleteIfExists(temporary);
    }
  }
}
