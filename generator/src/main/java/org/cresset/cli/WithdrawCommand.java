package org.cresset.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cresset.FirstReleased;
import org.cresset.Workspace;
import org.cresset.authoring.Withdraw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cresset withdraw}. */
@Command(
    name = "withdraw",
    description = "Withdraws an advisory; a page that says so remains.",
    footer = {"", "Example:", "  cresset withdraw csa-2026-h3vj 'The report was wrong'"})
final class WithdrawCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(index = "0", paramLabel = "ID", description = "the document")
  private String id = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "REASON",
      description = "one line that readers see")
  private List<String> line = List.of();

  private final Surroundings world;

  WithdrawCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Instant asOf = common.asOf();
    FirstReleased document = FirstReleased.find(workspace, id, asOf);
    String version =
        Withdraw.withdraw(
            workspace.content(), document.file(), String.join(" ", line), asOf, document.at());
    new Said(world, common).version(workspace, document.file(), version);
    return ExitStatus.DONE.number();
  }
}
