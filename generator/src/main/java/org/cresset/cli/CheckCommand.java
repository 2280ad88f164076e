package org.cresset.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cresset.Collector;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.Workspace;
import org.cresset.authoring.CleanPictures;
import org.cresset.authoring.Fix;
import org.cresset.check.Finding;
import org.cresset.edition.Version;
import org.cresset.problem.Code;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.problem.ProblemJson;
import org.cresset.problem.ProblemPrinter;
import org.cresset.problem.Sarif;
import org.cresset.problem.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset check}: everything that is wrong, and nothing written. */
@Command(
    name = "check",
    description = "Says everything that is wrong with the content, without writing anything.",
    footer = {
      "",
      "Reads the files as they lie, with the history of HEAD.",
      "",
      "Examples:",
      "  cresset check                              everything",
      "  cresset check content/advisories/2026      only what lies there",
      "  cresset check --fix                        quotes where YAML needs them, clean pictures",
      "  cresset check --staged                     what the next commit would hold",
      "  cresset check --format sarif > check.sarif",
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "only problems in these files and folders")
  private List<Path> paths = List.of();

  @Option(names = "--format", paramLabel = "F", description = "text, json or sarif (default: text)")
  private String format = "text";

  @Option(
      names = "--rev",
      paramLabel = "REV",
      description = "a commit instead of the files as they lie")
  private Optional<String> revision = Optional.empty();

  @Option(names = "--staged", description = "what is staged for the next commit")
  private boolean staged;

  @Option(
      names = "--fix",
      description =
          "first mend what has one right answer: values that YAML needs in quotes, and what"
              + " pictures carry unseen")
  private boolean fix;

  private final Surroundings world;

  CheckCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    refuseNothing();
    if (fix) {
      fix(workspace);
    }
    Progress progress = common.progress();
    Collector.State state =
        staged
            ? new Collector.Staged(index())
            : revision
                .<Collector.State>map(Collector.Commit::new)
                .orElse(new Collector.AsTheyLie());
    List<Problem> problems = problems(workspace, progress, state);
    if (fix && clean(workspace, problems)) {
      problems = problems(workspace, progress, state);
    }
    progress.step(Progress.DONE);
    print(problems);
    boolean errors = problems.stream().anyMatch(Problem::isError);
    return (errors ? ExitStatus.CONTENT : ExitStatus.DONE).number();
  }

  /** Git names the index to its hooks; with {@code commit -a} it is one of that commit alone. */
  private Optional<Path> index() {
    return Optional.ofNullable(world.environment().get("GIT_INDEX_FILE"))
        .filter(name -> !name.isEmpty())
        .map(name -> world.directory().resolve(name));
  }

  private List<Problem> problems(Workspace workspace, Progress progress, Collector.State state) {
    return new Pipeline(workspace, progress, new Passphrase(world))
        .check(state, common.asOf()).findings().stream()
            .map(Finding::problem)
            .filter(p -> isWanted(workspace, p))
            .distinct()
            .sorted()
            .toList();
  }

  /** Only pictures that others than the team may have; the team's may be evidence. */
  private boolean clean(Workspace workspace, List<Problem> problems) {
    boolean any = false;
    for (Problem problem : problems) {
      if (problem.code() == Code.ATTACHMENT_METADATA) {
        Path file = workspace.root().resolve(problem.related().getFirst().path());
        any |= CleanPictures.clean(file);
      }
    }
    return any;
  }

  private void fix(Workspace workspace) {
    if (staged || revision.isPresent()) {
      throw new Failure(
          Failure.Kind.USAGE,
          "--fix mends the files as they lie, not a commit",
          "run it without --rev and --staged, and commit what it mended");
    }
    for (Fix.Fixed fixed : Fix.in(workspace.content(), this::isWanted)) {
      if (!common.quiet && !common.json && format.equals("text")) {
        world
            .out()
            .println(
                "mended "
                    + Visible.line(workspace.root().relativize(fixed.file()).toString())
                    + (fixed.lines().size() == 1 ? ", line " : ", lines ")
                    + fixed.lines().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")));
      }
    }
  }

  /**
   * Some may have been deleted, as in a list of changed files; if all are missing, it is a slip.
   */
  private void refuseNothing() {
    boolean lying = !staged && revision.isEmpty();
    if (lying
        && !paths.isEmpty()
        && paths.stream().noneMatch(p -> Files.exists(world.directory().resolve(p)))) {
      throw new Failure(
          Failure.Kind.USAGE,
          "there is no " + paths.getFirst(),
          "name files or folders of content/, or none to check everything");
    }
  }

  private boolean isWanted(Workspace workspace, Problem problem) {
    return isWanted(workspace.root().resolve(problem.at().path()).normalize());
  }

  private boolean isWanted(Path file) {
    return paths.isEmpty()
        || paths.stream().anyMatch(p -> file.startsWith(world.directory().resolve(p).normalize()));
  }

  private void print(List<Problem> problems) {
    switch (common.json ? "json" : format) {
      case "text" -> {
        ProblemPrinter printer = new ProblemPrinter(common.inColor());
        world.out().print(printer.text(problems));
        if (!common.quiet) {
          world.out().print(problems.isEmpty() ? "no problems\n" : printer.summary(problems));
        }
      }
      case "json" -> world.out().print(ProblemJson.of(problems));
      case "sarif" -> world.out().print(Sarif.of(problems, Version.current()));
      default ->
          throw new Failure(
              Failure.Kind.USAGE, "--format is '" + format + "'", "text, json or sarif");
    }
  }
}
