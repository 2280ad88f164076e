package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes a staged tree survive a power cut. An error aborts; it is never tried again. */
final class Durable {
  /** From how many files and folders on one call for the whole file system costs less. */
  private static final int MANY = 64;

  private Durable() {}

  /**
   * @param root of the tree
   * @param paths of files and folders in it that are new, from the root
   */
  static void force(Path root, Collection<String> paths) throws IOException {
    if (paths.size() < MANY || !syncfs(root)) {
      each(root, paths);
    }
    Disk.force(root);
  }

  /** Waits for all of the file system at once (syncfs, through coreutils). */
  private static boolean syncfs(Path root) throws IOException {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return false;
    }
    Process sync;
    try {
      sync =
          new ProcessBuilder(List.of("sync", "-f", root.toString()))
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      // No such program here: each file by itself then.
      return false;
    }
    String said = new String(sync.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      int status = sync.waitFor();
      if (status == 0) {
        return true;
      }
      said = said.isEmpty() ? "sync ended with status " + status : said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing to the disk", e);
    }
    if (said.contains("option")) {
      // A sync that knows no -f, such as an old busybox's.
      return false;
    }
    throw new IOException("could not write all to the disk: " + said);
  }

  private static void each(Path root, Collection<String> paths) throws IOException {
    try {
      Stream<String> all = paths.size() < MANY ? paths.stream() : paths.parallelStream();
      all.forEach(path -> {
        try {
          Disk.force(root.resolve(path));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      });
    } catch (java.io.UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }
}
