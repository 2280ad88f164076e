package org.cresset.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.Workspace;
import org.cresset.authoring.Archetypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cresset new}: a file with every key explained. */
@Command(
    name = "new",
    description = "Writes a new document with an unused id and every key explained.",
    footer = {
      "",
      "Kinds: advisory, report, notice, policy, procedure, term, page.",
      "It is a private draft until its author says otherwise.",
      "",
      "Examples:",
      "  cresset new advisory 'Example Mail Gateway: remote code execution'",
      "  cresset new report 'Web shell on a mail gateway'",
    })
final class NewCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(index = "0", paramLabel = "KIND", description = "what it is")
  private String kind = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TITLE",
      description = "what it is called")
  private List<String> title = List.of();

  private final Surroundings world;

  NewCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Map<String, String> ids =
        new Pipeline(workspace, Progress.SILENT, new Passphrase(world)).configuration().ids();
    Path file =
        Archetypes.create(
            workspace.content(),
            kind,
            String.join(" ", title),
            ids,
            common.asOf(),
            new SecureRandom());
    new Said(world, common).file(workspace, file);
    return ExitStatus.DONE.number();
  }
}
