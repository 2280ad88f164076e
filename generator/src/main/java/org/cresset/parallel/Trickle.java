package org.cresset.parallel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * Has a large file written to the disk while it is still being made, so that little is left to wait
 * for in the end. Whoever needs all of it there closes this, and then forces the file.
 */
public final class Trickle implements AutoCloseable {
  private static final long PART = 8L << 20;
  private static final int PAUSE_MILLIS = 50;

  private final FileChannel channel;
  private final Thread thread;
  private boolean over;
  private Optional<IOException> failed = Optional.empty();

  /**
   * @param channel of the file; stays open until this is closed
   */
  public Trickle(FileChannel channel) {
    this.channel = channel;
    this.thread = Thread.ofPlatform().daemon().name("cresset-trickle").start(this::run);
  }

  private void run() {
    try {
      for (long done = 0; !waited(); ) {
        long length = channel.size();
        if (length - done >= PART) {
          channel.force(false);
          done = length;
        }
      }
    } catch (IOException e) {
      failed = Optional.of(e);
    }
  }

  /** Whether it is over, after a pause. Nobody interrupts: that would close the channel. */
  private synchronized boolean waited() {
    try {
      if (!over) {
        wait(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      over = true;
    }
    return over;
  }

  /**
   * Ends it.
   *
   * @throws IOException that the disk told; it would not tell it again
   */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      over = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing to the disk", e);
    }
    if (failed.isPresent()) {
      throw new IOException(failed.get());
    }
  }
}
