package org.cresset.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cresset.Workspace;
import org.cresset.authoring.Attach;
import org.cresset.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset attach}. */
@Command(
    name = "attach",
    description = "Adds a file to a report, with its hash, the time and its marking.",
    footer = {
      "",
      "The file is copied beside the report, which gets a folder of its own if it has none, and is",
      "entered under attachments and evidence. Text files are printed with the report. A mail saved",
      "as .eml is titled by its subject and date. Programs are refused: never attach malware itself.",
      "",
      "Examples:",
      "  cresset attach 4417093826 access.log --title 'Access log of the first gateway'",
      "  cresset attach 8391047265 first-call.eml --classification sensitive",
    })
final class AttachCommand implements Callable<Integer> {
  @Mixin private final Common common;
  @Mixin private final ReportParameter report = new ReportParameter();

  @Parameters(index = "1", paramLabel = "FILE", description = "what is attached")
  private Path file = Path.of("");

  @Option(names = "--title", paramLabel = "TEXT", description = "what it is, in one line")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--classification",
      paramLabel = "C",
      description = "narrower than the report's: private or sensitive")
  private Optional<String> classification = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "A,B",
      split = ",",
      description = "who besides the team may have it, with --classification")
  private List<String> only = List.of();

  private final Surroundings world;

  AttachCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    workspace.mustExist();
    workspace.hideFromGit();
    Attach.Attached done =
        Attach.attach(
            workspace.content(),
            workspace.reportLock(),
            report.id,
            new Attach.Wanted(world.directory().resolve(file), title, classification, only),
            common.asOf());
    String document = shown(workspace, done.document());
    String attached = shown(workspace, done.file());
    if (common.json) {
      world
          .out()
          .print(
              Json.pretty(
                  new TreeMap<>(
                      Map.of("document", document, "file", attached, "sha256", done.sha256()))));
    } else {
      world.out().println(attached + "\nsha256 " + done.sha256());
    }
    return ExitStatus.DONE.number();
  }

  private static String shown(Workspace workspace, Path file) {
    return workspace.root().toAbsolutePath().normalize().relativize(file).toString();
  }
}
