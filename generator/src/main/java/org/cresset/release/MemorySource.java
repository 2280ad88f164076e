package org.cresset.release;

import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A tree in memory, as it was in a sealed file. */
record MemorySource(SortedMap<String, byte[]> contents) implements TreeSource {
  @Override
  public byte[] read(String path) throws NoSuchFileException {
    byte[] content = contents.get(path);
    if (content == null) {
      throw new NoSuchFileException(path);
    }
    return content;
  }

  @Override
  public Optional<String> hash(String path) {
    return Optional.ofNullable(contents.get(path)).map(Disk::sha256);
  }

  @Override
  public Optional<Set<String>> files() {
    return Optional.of(contents.keySet());
  }

  @Override
  public List<String> special() {
    return List.of();
  }
}
