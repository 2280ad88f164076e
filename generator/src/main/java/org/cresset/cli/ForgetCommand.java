package org.cresset.cli;

import java.util.concurrent.Callable;
import org.cresset.Renewing;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.release.Finished;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cresset forget}: a new history after a disclosure accident. */
@Command(
    name = "forget",
    description = "Starts a new release history after something was disclosed in an edition.",
    footer = {
      "",
      "First narrow or withdraw the document, commit and build. Then this releases the same again",
      "without the manifest of the release before, says so in the new manifest (history-restarted),",
      "and removes the earlier trees, the history repository, the archive and the caches from here.",
      "What others fetched before stays with them. The reason is printed for your log; nothing of it",
      "is published.",
      "",
      "Example:",
      "  cresset forget --edition public --reason 'a report was marked public by mistake'",
    })
final class ForgetCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Option(names = "--edition", required = true, paramLabel = "E", description = "the edition")
  private String edition = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why, for the team's log")
  private String reason = "";

  private final Surroundings world;

  ForgetCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    if (reason.isBlank()) {
      throw new Failure(Failure.Kind.USAGE, "the reason is empty", "say why: --reason TEXT");
    }
    Finished.Ready made =
        new Renewing(common.workspace(), new Passphrase(world), common.asOfToSign())
            .forget(edition);
    if (common.json) {
      world.out().print(Json.pretty(RenewCommand.json(made)));
    } else {
      world.out().println(RenewCommand.line(made));
      world.out().println("history restarted: " + reason);
    }
    return ExitStatus.DONE.number();
  }
}
