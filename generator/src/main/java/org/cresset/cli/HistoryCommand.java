package org.cresset.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Collector;
import org.cresset.DocumentHistory;
import org.cresset.json.Json;
import org.cresset.page.view.DocView;
import org.cresset.problem.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset history}: the versions of a document, as one edition may see them. */
@Command(
    name = "history",
    description = "Says which versions a document has, and what changed between two of them.",
    footer = {
      "",
      "Reads the commit HEAD, as the edition may see it: what it may not have is not there. In the",
      "team's editions also commits, and the text of every committed version; elsewhere the text of",
      "those that the edition's releases have shown.",
      "",
      "Examples:",
      "  cresset history csa-2026-k7f3                      versions and commits, newest first",
      "  cresset history csa-2026-k7f3 --edition public     what anyone may know of them",
      "  cresset history csa-2026-k7f3 --diff 1 3           word by word",
    })
final class HistoryCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "ID", description = "the document, with its kind before it if need be")
  private String id = "";

  @Option(
      names = "--diff",
      arity = "2",
      paramLabel = "A B",
      hideParamSyntax = true,
      description = "what changed from version A to version B")
  private List<String> versions = List.of();

  @Option(names = "--edition", paramLabel = "E", description = "which edition (default: staff)")
  private String edition = "staff";

  @Option(names = "--rev", paramLabel = "REV", description = "this commit (default: HEAD)")
  private Optional<String> revision = Optional.empty();

  @Option(names = "--worktree", description = "the files as they lie, committed or not")
  private boolean worktree;

  private final Surroundings world;

  HistoryCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    if (versions.size() > 2) {
      throw new Failure(
          Failure.Kind.USAGE, "--diff is there more than once", "name two versions: --diff 1 3");
    }
    Collector.State state =
        worktree ? new Collector.AsTheyLie() : new Collector.Commit(revision.orElse("HEAD"));
    DocumentHistory history = new DocumentHistory(common.workspace(), new Passphrase(world));
    HistoryPrinter printer = new HistoryPrinter(common.inColor());
    DocumentHistory.Answer answer = history.read(id, edition, state, common.asOf());
    if (versions.isEmpty()) {
      world.out().print(common.json ? Json.pretty(printer.json(answer)) : printer.text(answer));
    } else {
      DocView.Changed changed = history.difference(answer, versions.getFirst(), versions.getLast());
      world
          .out()
          .print(
              common.json
                  ? Json.pretty(printer.json(answer, changed))
                  : printer.text(answer, changed));
    }
    return ExitStatus.DONE.number();
  }
}
