package org.cresset.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.LogManager;

/** The entry point: the world goes in, an exit status comes out. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its status. */
  @SuppressForbidden
  public static void main(String[] args) {
    // Libraries log; nothing of that is for our readers.
    LogManager.getLogManager().reset();
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Surroundings world =
        new Surroundings(
            System.in,
            out,
            err,
            System.getenv(),
            Clock.systemUTC(),
            Path.of("").toAbsolutePath(),
            System.console() != null && System.getenv("TERM") != null);
    int status = new Cli(world).run(args);
    out.flush();
    err.flush();
    System.exit(status);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }
}
