package org.cresset.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A tree in a zip archive. An entry that comes twice is as bad as a link: tools differ on it. */
final class ZipSource implements TreeSource {
  private final ZipFile zip;
  private final Set<String> files = new TreeSet<>(SitePath.ORDER);
  private final List<String> twice = new ArrayList<>();

  ZipSource(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    zip.stream()
        .filter(e -> !e.isDirectory())
        .map(ZipEntry::getName)
        .forEach(name -> {
          if (!files.add(name)) {
            twice.add(name);
          }
        });
  }

  private InputStream open(String path) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new NoSuchFileException(path);
    }
    return zip.getInputStream(entry);
  }

  @Override
  public byte[] read(String path) throws IOException {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    }
  }

  @Override
  public Optional<String> hash(String path) throws IOException {
    if (!files.contains(path)) {
      return Optional.empty();
    }
    try (InputStream in = open(path)) {
      return Optional.of(Disk.sha256(in));
    }
  }

  @Override
  public Optional<Set<String>> files() {
    return Optional.of(files);
  }

  @Override
  public List<String> special() {
    return twice;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
