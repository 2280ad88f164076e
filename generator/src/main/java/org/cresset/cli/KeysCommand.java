package org.cresset.cli;

import org.cresset.problem.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cresset keys}: the keys that sign. */
@Command(
    name = "keys",
    description = "Makes, lists, renews, revokes and publishes the keys that sign.",
    subcommands = {
      KeysInitCommand.class,
      KeysListCommand.class,
      KeysRotateCommand.class,
      KeysRevokeCommand.class,
      KeysExportCommand.class,
      KeysWkdCommand.class,
    },
    footer = {"", "Examples:", "  cresset keys init", "  cresset keys list"})
final class KeysCommand implements Runnable {
  @Mixin private final Common common;

  private final Surroundings world;

  KeysCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public void run() {
    throw new Failure(Failure.Kind.USAGE, "keys needs a command", "cresset keys --help lists them");
  }
}
