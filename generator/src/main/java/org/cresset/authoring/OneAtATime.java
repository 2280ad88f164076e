package org.cresset.authoring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.cresset.problem.Failure;
import org.jspecify.annotations.Nullable;

/** Changes of reports by several people at once: each waits for the one before it. */
final class OneAtATime {
  private static final long PAUSE_NANOS = 20_000_000;
  private static final int TRIES = 1_500;

  private OneAtATime() {}

  /**
   * Does it when nobody else is at it.
   *
   * @param lock a file that nobody reads; made where it is missing
   * @throws Failure ENVIRONMENT if the file can't be locked within half a minute
   */
  static <T> T run(Path lock, Supplier<T> change) {
    try {
      Path folder = lock.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = acquire(channel)) {
        if (!held.isValid()) {
          throw new IOException("the lock was lost");
        }
        return change.get();
      }
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          lock + " can't be locked: " + e.getMessage(),
          "check the folder's permissions; on some network disks, work in a clone of your own",
          e);
    }
  }

  private static FileLock acquire(FileChannel channel) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      @Nullable FileLock lock = attempt(channel);
      if (lock != null) {
        return lock;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IOException("somebody else has held it for half a minute");
  }

  private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
