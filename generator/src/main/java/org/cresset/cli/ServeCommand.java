package org.cresset.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cresset.Previewing;
import org.cresset.Workspace;
import org.cresset.preview.Preview;
import org.cresset.preview.PreviewEditions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cresset serve}: a preview on this machine alone. */
@Command(
    name = "serve",
    description =
        "Shows the files as they lie, as an edition's readers would see them, on 127.0.0.1.",
    footer = {
      "",
      "Pages follow the files as they are saved; problems are shown beside them.",
      "",
      "Examples:",
      "  cresset serve",
      "  cresset serve --edition staff --port 8001",
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Option(names = "--edition", paramLabel = "E", description = "shown first (default: public)")
  private String edition = "public";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "0 for any that is free (default: 8000)")
  private int port = 8000;

  private final Surroundings world;

  ServeCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    List<Path> watched = new ArrayList<>(workspace.templates());
    watched.add(workspace.content());
    PreviewEditions editions =
        new Previewing(workspace, common::asOf, new Passphrase(world)).editions(edition);
    try (Preview preview = Preview.start(editions, watched, port)) {
      world.out().println("serving " + edition + " at " + preview.address() + " (end with Ctrl-C)");
      world.out().flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitStatus.DONE.number();
  }
}
