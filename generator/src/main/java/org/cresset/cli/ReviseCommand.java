package org.cresset.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cresset.FirstReleased;
import org.cresset.Workspace;
import org.cresset.authoring.Revise;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cresset revise}. */
@Command(
    name = "revise",
    description =
        "Gives an advisory or policy its next version, with its entry in the revision history.",
    footer = {"", "Example:", "  cresset revise csa-2026-k7f3 'Release 3 is affected too'"})
final class ReviseCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(index = "0", paramLabel = "ID", description = "the document")
  private String id = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SUMMARY",
      description = "one line that readers see")
  private List<String> line = List.of();

  private final Surroundings world;

  ReviseCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Instant asOf = common.asOf();
    FirstReleased document = FirstReleased.find(workspace, id, asOf);
    String version =
        Revise.revise(
            workspace.content(), document.file(), String.join(" ", line), asOf, document.at());
    new Said(world, common).version(workspace, document.file(), version);
    return ExitStatus.DONE.number();
  }
}
