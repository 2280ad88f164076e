package org.cresset.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.logging.LogManager;

/**
 * The usual commands one after the other in one process, so that the virtual machine learns how the
 * program runs. The launcher keeps what it learned (JEP 514, 515) for the runs that follow.
 */
public final class Rehearsal {
  private final Path root;
  private final Clock clock;

  Rehearsal(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /**
   * @param args the folder of a knowledge base that nobody needs: a document, sites and a key are
   *     made in it
   */
  @SuppressForbidden
  public static void main(String[] args) {
    LogManager.getLogManager().reset();
    System.exit(new Rehearsal(Path.of(args[0]), Clock.systemUTC()).run());
  }

  /** The worst exit status of all runs. */
  int run() {
    int worst = run("build");
    worst = Math.max(worst, run("check", "--json"));
    worst = Math.max(worst, run("search", "mail gateway", "--edition", "public"));
    worst = Math.max(worst, run("verify", "site/public", "--key", "site/public/keys/team.asc"));
    worst = Math.max(worst, run("new", "advisory", "Rehearsal"));
    worst = Math.max(worst, run("build", "--worktree"));
    return Math.max(worst, run("build", "--site", root.resolve("again").toString()));
  }

  private int run(String... arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Surroundings world =
        new Surroundings(
            InputStream.nullInputStream(), nowhere, nowhere, Map.of(), clock, root, false);
    return new Cli(world).run(arguments);
  }
}
