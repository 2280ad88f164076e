package org.cresset.release;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * An old tree, used up for a new one: what both have in common stays in its place. That costs far
 * less than thousands of new folders and links, and as many removed. All of it is on the disk for
 * sure, and none of it is trusted.
 *
 * @param files what it says it holds, hash by path; only a hint
 */
record SpareTree(Path root, Map<String, String> files) {
  /**
   * Moves a spare tree, if there is a usable one, to where a release is to be staged.
   *
   * @throws IOException also if something is staged there already
   */
  static SpareTree take(Path spare, Path root) throws IOException {
    if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("staged already: " + root);
    }
    Path manifest = spare.resolve(Manifest.NAME);
    try {
      if (Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
        Map<String, String> files = Manifest.parse(Files.readAllBytes(manifest)).files();
        Files.delete(manifest);
        Files.deleteIfExists(spare.resolve(Manifest.SIGNATURE));
        Files.move(spare, root);
        return new SpareTree(root, files);
      }
    } catch (IllegalArgumentException e) {
      // Not to be understood, and so of no use.
    }
    Disk.remove(spare);
    return new SpareTree(root, Map.of());
  }

  boolean empty() {
    return files.isEmpty();
  }

  /**
   * Removes what is left over of it.
   *
   * @param kept paths of the new tree's files
   * @param touched gets the folders whose entries changed, and loses those that are gone
   */
  void clean(Set<String> kept, Set<String> touched) throws IOException {
    for (String path : files.keySet()) {
      if (!kept.contains(path) && !below(path, kept)) {
        Path file = root.resolve(path);
        // It may be a folder of the new tree by now.
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(file);
          folders(path, touched);
        }
      }
    }
  }

  /** Whether one of its folders is a file now, and so is gone with all that was in it. */
  private static boolean below(String path, Set<String> kept) {
    for (int i = path.lastIndexOf('/'); i > 0; i = path.lastIndexOf('/', i - 1)) {
      if (kept.contains(path.substring(0, i))) {
        return true;
      }
    }
    return false;
  }

  private void folders(String path, Set<String> touched) throws IOException {
    for (int i = path.lastIndexOf('/'); i > 0; i = path.lastIndexOf('/', i - 1)) {
      String folder = path.substring(0, i);
      if (!deleteIfEmpty(root.resolve(folder))) {
        touched.add(folder);
        return;
      }
      touched.remove(folder);
    }
  }

  private static boolean deleteIfEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      if (entries.iterator().hasNext()) {
        return false;
      }
    } catch (NoSuchFileException e) {
      return true;
    }
    Files.delete(folder);
    return true;
  }
}
