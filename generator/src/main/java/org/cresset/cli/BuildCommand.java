package org.cresset.cli;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cresset.Collector;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.Report;
import org.cresset.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cresset build}: editions made, signed and published. */
@Command(
    name = "build",
    description = "Makes the editions, signs them and publishes them under site/.",
    footer = {
      "",
      "Reads the commit HEAD; files that are not committed are named and ignored.",
      "",
      "Examples:",
      "  cresset build                        all editions",
      "  cresset build --edition public       one of them",
      "  cresset build --worktree             the files as they lie",
      "  cresset build --rev v2.1             another commit",
    })
final class BuildCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Option(
      names = "--edition",
      split = ",",
      paramLabel = "E",
      description = "only these editions (default: all)")
  private Set<String> editions = Set.of();

  @Option(names = "--rev", paramLabel = "REV", description = "this commit (default: HEAD)")
  private Optional<String> revision = Optional.empty();

  @Option(names = "--worktree", description = "the files as they lie, committed or not")
  private boolean worktree;

  @Option(
      names = "--unsigned",
      description = "puts the editions into SITE/.unsigned, for cresset sign where the key is")
  private boolean unsigned;

  private final Surroundings world;

  BuildCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Progress progress = common.progress();
    Collector.State state =
        worktree ? new Collector.AsTheyLie() : new Collector.Commit(revision.orElse("HEAD"));
    Report report =
        new Pipeline(workspace, progress, new Passphrase(world))
            .build(state, common.asOfToSign(), editions, unsigned);
    progress.step(Progress.DONE);
    boolean all = editions.isEmpty();
    new BuildPrinter(world.out(), common, workspace).print(report, all);
    return ExitStatus.of(report, all).number();
  }
}
