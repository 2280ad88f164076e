package org.cresset.preview;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cresset.problem.Failure;

/** Watches folders and everything below them; what comes close together is one change. */
final class Watcher implements AutoCloseable {
  private static final long QUIET_MILLIS = 30;
  private static final int MOST_ROUNDS = 20;

  private final WatchService service;
  private final Runnable changed;

  private Watcher(WatchService service, Runnable changed) {
    this.service = service;
    this.changed = changed;
  }

  /**
   * Begins to watch.
   *
   * @param folders those that are not there are left out
   * @param changed called on a thread of the watcher's own
   * @throws Failure ENVIRONMENT if the system can't watch them
   */
  static Watcher start(List<Path> folders, Runnable changed) {
    try {
      Watcher watcher = new Watcher(folders.getFirst().getFileSystem().newWatchService(), changed);
      for (Path folder : folders) {
        watcher.register(folder);
      }
      Thread.ofPlatform().daemon().name("cresset-preview-watcher").start(watcher::run);
      return watcher;
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "the folders can't be watched: " + e.getMessage(),
          "raise the system's limit of watched folders (fs.inotify.max_user_watches)",
          e);
    }
  }

  private void register(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (!dir.equals(folder) && isHidden(dir)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            WatchKey key = dir.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            return key.isValid() ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // It went away while we looked.
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void run() {
    try {
      while (true) {
        boolean relevant = take(service.take());
        WatchKey next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        for (int round = 0; next != null && round < MOST_ROUNDS; round++) {
          relevant |= take(next);
          next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (next != null) {
          relevant |= take(next);
        }
        if (relevant) {
          changed.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ClosedWatchServiceException e) {
      // The preview has ended.
    }
  }

  /** Whether one of the key's events is of a file that an author means. */
  private boolean take(WatchKey key) {
    boolean relevant = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name && key.watchable() instanceof Path dir) {
        relevant |= !isHidden(name);
        watchNew(dir.resolve(name));
      } else {
        relevant = true;
      }
    }
    // A key that is no longer valid belongs to a folder that was removed.
    return key.reset() ? relevant : true;
  }

  private void watchNew(Path path) {
    try {
      if (!isHidden(path) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        register(path);
      }
    } catch (IOException e) {
      // It went away again, or the limit is reached: saving a file elsewhere still refreshes.
    }
  }

  /** Files that editors and we ourselves keep beside the one that is written. */
  private static boolean isHidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
