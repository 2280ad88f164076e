package org.cresset.release;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A release that comes into being in memory, and is never on the disk. */
final class MemoryTree implements ReleaseTree {
  private final Optional<SealedRelease> previous;
  private final ConcurrentMap<String, byte[]> contents = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> hashes = new ConcurrentHashMap<>();

  MemoryTree(Optional<SealedRelease> previous) {
    this.previous = previous;
  }

  @Override
  public Optional<PreviousRelease> previous() {
    return previous.map(SealedRelease::release);
  }

  @Override
  public SortedMap<String, String> files() {
    SortedMap<String, String> sorted = new TreeMap<>(SitePath.ORDER);
    sorted.putAll(hashes);
    return sorted;
  }

  /** Everything, the manifest too. */
  SortedMap<String, byte[]> contents() {
    SortedMap<String, byte[]> sorted = new TreeMap<>(SitePath.ORDER);
    sorted.putAll(contents);
    return sorted;
  }

  @Override
  public Optional<String> hash(String path) {
    return Optional.ofNullable(hashes.get(path));
  }

  @Override
  public byte[] read(String path) throws IOException {
    return Optional.ofNullable(contents.get(path)).orElseThrow(() -> new NoSuchFileException(path));
  }

  @Override
  public Optional<byte[]> readBefore(String path) {
    return previous
        .flatMap(p -> Optional.ofNullable(p.files().get(path)))
        .filter(content -> before(path).equals(Optional.of(Disk.sha256(content))));
  }

  @Override
  public String add(String path, byte[] content) {
    String hash = Disk.sha256(content);
    write(path, content);
    hashes.put(path, hash);
    return hash;
  }

  @Override
  public void carry(String from, String path, byte[] content) {
    add(path, content);
  }

  @Override
  public void write(String path, byte[] content) {
    if (contents.putIfAbsent(path, content) != null) {
      throw new IllegalStateException("written twice: " + path);
    }
  }

  @Override
  public void clean() {}
}
