package org.cresset.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.Report;
import org.cresset.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset release}: one document in an emergency. */
@Command(
    name = "release",
    description = "Publishes the last released commit plus one document, whatever else is broken.",
    footer = {
      "",
      "The document is taken from HEAD. What was committed besides waits for the next build.",
      "",
      "Examples:",
      "  cresset release csa-2026-k7f3",
      "  cresset release advisories/csa-2026-k7f3 --edition public",
    })
final class ReleaseCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "ID", description = "the document")
  private String id = "";

  @Option(
      names = "--edition",
      split = ",",
      paramLabel = "E",
      description = "only these editions (default: all)")
  private Set<String> editions = Set.of();

  private final Surroundings world;

  ReleaseCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Progress progress = common.progress();
    Pipeline pipeline = new Pipeline(workspace, progress, new Passphrase(world));
    Report report = pipeline.release(id, common.asOfToSign(), editions);
    progress.step(Progress.DONE);
    boolean all = editions.isEmpty();
    new BuildPrinter(world.out(), common, workspace).print(report, all);
    return ExitStatus.of(report, all).number();
  }
}
