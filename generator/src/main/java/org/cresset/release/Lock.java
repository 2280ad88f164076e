package org.cresset.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.cresset.problem.Failure;
import org.jspecify.annotations.Nullable;

/** One run at a time under a {@code site/}. The system lets go of it when a process ends. */
final class Lock implements AutoCloseable {
  private static final int STEP_MILLIS = 50;

  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param patience how long to wait for another run
   */
  static Lock take(Path file, Duration patience) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long steps = patience.toMillis() / STEP_MILLIS;
    while (tryLock(channel) == null) {
      if (steps-- <= 0) {
        channel.close();
        throw new Failure(
            Failure.Kind.ENVIRONMENT,
            "another run is publishing to " + file.getParent(),
            "wait until it has ended, then run this again");
      }
      pause();
    }
    return new Lock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by another run in this very process.
      return null;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for another run", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
