package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A tree on the disk. Its root may be a link; nothing in it may. */
final class FolderSource implements TreeSource {
  private final Path root;
  private final Set<String> files = ConcurrentHashMap.newKeySet();
  private final Set<String> special = ConcurrentHashMap.newKeySet();

  FolderSource(Path folder) throws IOException {
    root = folder.toRealPath();
    try {
      list(root);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Folders are independent of each other, and a tree has thousands. */
  private void list(Path folder) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        BasicFileAttributes is =
            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (is.isDirectory()) {
          folders.add(entry);
        } else {
          (is.isRegularFile() ? files : special).add(name(entry));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw new UncheckedIOException(e.getCause());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folders.parallelStream().forEach(this::list);
  }

  private String name(Path file) {
    return file.toString().substring(root.toString().length() + 1);
  }

  @Override
  public byte[] read(String path) throws IOException {
    Path file = root.resolve(path);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(path);
    }
    return Files.readAllBytes(file);
  }

  @Override
  public Optional<String> hash(String path) throws IOException {
    return files.contains(path) ? Optional.of(Disk.sha256(root.resolve(path))) : Optional.empty();
  }

  @Override
  public Optional<Set<String>> files() {
    return Optional.of(files);
  }

  @Override
  public List<String> special() {
    return special.stream().sorted().toList();
  }
}
