package org.cresset.release;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.cresset.problem.Failure;

/** Work on a staged tree that goes on beside the run; nothing is published before it is done. */
public final class Pending {
  /** What is to be done. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private final FutureTask<Void> task;

  private Pending(FutureTask<Void> task) {
    this.task = task;
  }

  static Pending begin(String name, Work work) {
    FutureTask<Void> task =
        new FutureTask<>(() -> {
          work.run();
          return null;
        });
    Thread.ofPlatform().daemon().name("cresset-" + name).start(task);
    return new Pending(task);
  }

  /**
   * Returns when it is done.
   *
   * @throws Failure that the work ended with
   */
  void await() throws IOException {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IOException(
          e.getCause() instanceof IOException io ? io.getMessage() : String.valueOf(e.getCause()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
