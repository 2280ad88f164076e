package org.cresset.cli;

import java.io.PrintStream;
import org.cresset.Progress;

/** One line that is written over again. */
final class TerminalProgress implements Progress {
  private final PrintStream err;

  TerminalProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void step(String what) {
    err.print("\r\u001b[K" + what + " ...");
    if (what.equals(DONE)) {
      err.print("\r\u001b[K");
    }
    err.flush();
  }
}
