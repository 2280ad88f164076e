package org.cresset.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tree on the disk. Its root may be a link; nothing in it may. */
final class FolderSource implements TreeSource {
  private final Path root;
  private final Set<String> files = new HashSet<>();
  private final List<String> special = new ArrayList<>();

  FolderSource(Path folder) throws IOException {
    root = folder.toRealPath();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            String path = name(file);
            if (is.isRegularFile()) {
              files.add(path);
            } else {
              special.add(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
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
    return special;
  }
}
