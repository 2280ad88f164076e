package org.cresset.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.TeamKeyring;
import org.cresset.Workspace;
import org.cresset.json.Json;
import org.cresset.seal.Certificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cresset keys export}: a public key for others. */
@Command(
    name = "export",
    description = "Prints a public key, armoured, with its subkeys and revocations.",
    footer = {
      "",
      "Example:",
      "  cresset keys export > team.asc",
    })
final class KeysExportCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "FINGERPRINT",
      description = "the key (default: the one that signs)")
  private Optional<String> fingerprint = Optional.empty();

  private final Surroundings world;

  KeysExportCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Pipeline pipeline = new Pipeline(workspace, Progress.SILENT, new Passphrase(world));
    Certificate key = new TeamKeyring(workspace, pipeline.configuration()).certificate(fingerprint);
    world.out().print(common.json ? Json.pretty(KeysListCommand.json(key)) : key.armoured());
    return ExitStatus.DONE.number();
  }
}
