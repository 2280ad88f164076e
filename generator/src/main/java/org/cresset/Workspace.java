package org.cresset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.marking.Audience;
import org.cresset.problem.Failure;

/**
 * Where everything lies.
 *
 * @param root the knowledge base
 * @param templates folders that stand in for the built-in templates
 */
public record Workspace(Path root, Path content, List<Path> templates, Path site) {

  /** The usual places below a root. */
  public static Workspace of(Path root) {
    return new Workspace(
        root, root.resolve("content"), List.of(root.resolve("templates")), root.resolve("site"));
  }

  /** Secret keys; ignored by Git. */
  public Path keys() {
    return root.resolve(".cresset/keys");
  }

  /**
   * Stops a command before it leaves anything in a folder that is none of a knowledge base.
   *
   * @throws Failure of kind CONTENT
   */
  public void mustExist() {
    if (!Files.isDirectory(content)) {
      throw new Failure(
          Failure.Kind.CONTENT,
          "there is no folder " + content,
          "cresset init makes a knowledge base; --root and --content say where one is");
    }
  }

  /** Keeps secret keys and caches out of Git, whatever the knowledge base's own rules are. */
  public void hideFromGit() {
    Path file = root.resolve(".cresset/.gitignore");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "*\n");
      }
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "can't write " + file + ": " + e.getMessage(),
          "make " + root + " writable, or name another folder with --root",
          e);
    }
  }

  /** The same for a command that needs only to read: where it can't, it keeps nothing either. */
  void hideCaches() {
    try {
      hideFromGit();
    } catch (Failure e) {
      return;
    }
  }

  /** By which people who write into reports at the same time wait for each other. */
  public Path reportLock() {
    return root.resolve(".cresset/reports.lock");
  }

  /** What can be removed at any time. */
  public Path cache() {
    return root.resolve(".cresset/cache");
  }

  /** What can be removed at any time, of one edition. */
  public Path cache(String name, Audience audience) {
    return cache().resolve(name).resolve(audience.id());
  }

  /** What an earlier run kept under that name; nothing where it did not, or it can't be read. */
  byte[] kept(String name) {
    try {
      return Files.readAllBytes(cache().resolve(name));
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Keeps something for the next run, whole or not at all; not being able to is harmless. */
  void keep(String name, byte[] content) {
    try {
      Files.createDirectories(cache());
      Path fresh = Files.createTempFile(cache(), name, null);
      try {
        Files.write(fresh, content);
        Files.move(fresh, cache().resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      // The next run does without.
      return;
    }
  }

  /** What the history repository of an edition holds, so that it need not be read. */
  Path blobs(String edition) {
    return cache().resolve("blobs").resolve(edition);
  }

  /** Removes all that is remembered of earlier runs. */
  public void clearCache() {
    if (!Files.isDirectory(cache())) {
      return;
    }
    try (Stream<Path> all = Files.walk(cache())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT, "can't clear " + cache() + ": " + e, "remove it by hand", e);
    }
  }
}
