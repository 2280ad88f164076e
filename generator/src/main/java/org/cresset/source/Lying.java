package org.cresset.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.git.GitPath;
import org.cresset.git.GitRepository;
import org.cresset.git.Ignores;
import org.cresset.git.IndexEntry;
import org.cresset.git.TreeEntry;
import org.cresset.problem.Failure;

/** Lists the files of the content folder as they lie: all but untracked ones that Git ignores. */
final class Lying {
  private final Place place;
  private final Map<String, IndexEntry> index = new HashMap<>();
  private final Optional<Ignores> ignores;
  private final List<LyingFile> found = new ArrayList<>();

  Lying(Place place) {
    this.place = place;
    this.ignores = place.repository().map(GitRepository::ignores);
    place
        .repository()
        .ifPresent(
            r -> r.index(place.prefix(), Optional.empty()).forEach(e -> index.put(pathOf(e), e)));
  }

  private static String pathOf(IndexEntry entry) {
    return entry.entry().path().text();
  }

  /** What the index knows of a file, by its path from the content folder. */
  Optional<IndexEntry> indexed(String path) {
    return Optional.ofNullable(index.get(inRepository(path)));
  }

  private String inRepository(String path) {
    return place.prefix().isEmpty() ? path : place.prefix() + "/" + path;
  }

  List<LyingFile> list() {
    try {
      Files.walkFileTree(place.content(), new Visitor());
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT, place.base() + " can't be read: " + e.getMessage(), "", e);
    }
    found.sort(Comparator.comparing(file -> file.path().text()));
    return found;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      if (dir.equals(place.content())) {
        return FileVisitResult.CONTINUE;
      }
      if (isNamed(dir, ".git")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (Files.exists(dir.resolve(".git"))) {
        add(dir, TreeEntry.Type.SUBMODULE, attributes);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isNamed(file, ".git")) {
        TreeEntry.Type type =
            attributes.isRegularFile() ? TreeEntry.Type.FILE : TreeEntry.Type.SYMLINK;
        add(file, type, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isNamed(Path file, String name) {
      return file.endsWith(name);
    }
  }

  private void add(Path file, TreeEntry.Type type, BasicFileAttributes attributes) {
    Path way = place.content().relativize(file);
    GitPath path = LyingNames.of(way);
    String inRepository = inRepository(path.text());
    boolean ignored =
        !index.containsKey(inRepository)
            && ignores.map(rules -> rules.ignored(inRepository, false)).orElse(false);
    if (!ignored) {
      found.add(
          new LyingFile(
              path, file, type, attributes.size(), attributes.lastModifiedTime().toInstant()));
    }
  }
}
