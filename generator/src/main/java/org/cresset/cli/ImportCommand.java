package org.cresset.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.Workspace;
import org.cresset.intake.CsvMapping;
import org.cresset.intake.Format;
import org.cresset.intake.Imported;
import org.cresset.intake.Intake;
import org.cresset.model.Kind;
import org.cresset.problem.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset import}: foreign records become private drafts. */
@Command(
    name = "import",
    description = "Takes records of other systems in as private drafts, never as anything public.",
    footer = {
      "",
      "A record that is taken in again updates its document, unless a person has changed that.",
      "What has no place in a document is kept in it as received; --report lists every field.",
      "A record that can't be taken in is listed. Status 0 if any was taken in.",
      "",
      "A table needs a mapping, in YAML: the column that identifies a row, and for each key of the",
      "front matter the column it comes from. Other columns are kept.",
      "  kind: report",
      "  from: The ticket system of 2019",
      "  id: Ticket",
      "  separator: ';'",
      "  fields:",
      "    title: Subject",
      "    severity: {column: Prio, values: {P1: critical, P2: high, P3: low}}",
      "    logged: {column: Opened, format: 'dd.MM.yyyy HH:mm', zone: Europe/Berlin}",
      "    keywords: {column: Tags, split: ','}",
      "  body:",
      "    - {heading: 'What happened, and when', column: Description}",
      "",
      "Examples:",
      "  cresset import veris incidents.jsonl --into content/reports/veris",
      "  cresset import csaf downloads/ --into content/advisories/imported --report",
      "  cresset import csv old.csv --mapping old.yaml --into content/reports/old --dry-run",
    })
final class ImportCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(index = "0", paramLabel = "FORMAT", description = "csv, csaf, osv or veris")
  private String format = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "files, or folders of files; VERIS and OSV also as JSON Lines, OSV as YAML")
  private List<Path> files = List.of();

  @Option(
      names = "--into",
      paramLabel = "DIR",
      required = true,
      description = "the folder for the drafts, such as content/reports/imported")
  private Path into = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "which column of a table goes where")
  private Optional<Path> mapping = Optional.empty();

  @Option(names = "--dry-run", description = "say what would be done, write nothing")
  private boolean dry;

  @Option(
      names = "--overwrite",
      description = "update documents too that a person has changed; their changes are lost")
  private boolean overwrite;

  @Option(
      names = "--report",
      description = "list each field of the records: how often mapped, kept, or dropped and why")
  private boolean report;

  private final Surroundings world;

  ImportCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Format chosen =
        Format.of(format)
            .orElseThrow(() ->
                new Failure(
                    Failure.Kind.USAGE,
                    "'" + format + "' can't be imported",
                    "use one of csv, csaf, osv, veris"));
    Optional<CsvMapping> columns = mapping.map(world.directory()::resolve).map(CsvMapping::read);
    Workspace workspace = common.workspace();
    Kind kind = Intake.kind(chosen, columns);
    Path content = workspace.content().toAbsolutePath().normalize();
    Path folder = folder(workspace, content, kind);
    Intake intake =
        new Intake(
            chosen,
            columns,
            folder,
            folder.startsWith(content) ? content.resolve(kind.folder()) : folder,
            dry,
            overwrite,
            common.asOf().atOffset(ZoneOffset.UTC).toLocalDate(),
            methods(workspace),
            sites(content));
    Imported imported = intake.run(files.stream().map(world.directory()::resolve).toList());
    new ImportPrinter(world, common, dry).print(imported, report);
    return (imported.any() ? ExitStatus.DONE : ExitStatus.CONTENT).number();
  }

  /** Below the content folder only where documents of that kind belong; anywhere outside it. */
  private Path folder(Workspace workspace, Path content, Kind kind) {
    List<Path> candidates =
        Stream.of(world.directory(), workspace.root(), workspace.content())
            .map(base -> base.toAbsolutePath().resolve(into).normalize())
            .toList();
    Path folder =
        candidates.stream()
            .filter(c -> c.startsWith(content.resolve(kind.folder())))
            .findFirst()
            .orElse(candidates.getFirst());
    if (folder.equals(content)) {
      return content.resolve(kind.folder());
    }
    if (folder.startsWith(content) && !folder.startsWith(content.resolve(kind.folder()))) {
      throw new Failure(
          Failure.Kind.USAGE,
          "--into is " + into + ", but these records become " + kind.folder(),
          "use a folder below content" + File.separator + kind.folder());
    }
    return folder;
  }

  private List<String> methods(Workspace workspace) {
    return Files.exists(workspace.content().resolve("cresset.yaml"))
        ? new Pipeline(workspace, Progress.SILENT, new Passphrase(world)).configuration().methods()
        : List.of();
  }

  private static Set<String> sites(Path content) {
    Path register = content.resolve("constituents");
    if (!Files.isDirectory(register)) {
      return Set.of();
    }
    try (Stream<Path> organisations = Files.list(register)) {
      return organisations
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".yaml"))
          .map(n -> n.substring(0, n.length() - ".yaml".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          register + " can't be read: " + e.getMessage(),
          "check its permissions",
          e);
    }
  }
}
