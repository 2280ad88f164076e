package org.cresset.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cresset.model.Kind;
import org.cresset.problem.Failure;

/**
 * Takes records of other systems into a knowledge base.
 *
 * @param into where new drafts are written
 * @param whole where earlier ones are looked for
 * @param dry whether nothing is to be written
 * @param overwrite whether documents that a person has changed are written anew
 * @param methods the team's words for methods; empty where any will do
 * @param sites ids of the register
 */
public record Intake(
    Format format,
    Optional<CsvMapping> mapping,
    Path into,
    Path whole,
    boolean dry,
    boolean overwrite,
    LocalDate receivedOn,
    List<String> methods,
    Set<String> sites) {

  /** The kind of document that records of a format become. */
  public static Kind kind(Format format, Optional<CsvMapping> mapping) {
    return switch (format) {
      case VERIS -> Kind.REPORT;
      case CSAF, OSV -> Kind.ADVISORY;
      case CSV -> mapping.map(CsvMapping::kind).orElse(Kind.REPORT);
    };
  }

  /**
   * Takes in files, and the files of folders.
   *
   * @throws Failure USAGE for a table without a mapping; ENVIRONMENT if drafts can't be written
   */
  public Imported run(List<Path> files) {
    Vocabulary words = new Vocabulary(methods);
    Mapper mapper =
        switch (format) {
          case VERIS -> new VerisMapper(words);
          case CSAF -> new CsafMapper();
          case OSV -> new OsvMapper();
          case CSV -> new CsvMapper(table(), words, sites);
        };
    Shelf shelf = new Shelf(into, whole, dry, overwrite);
    Importer importer =
        new Importer(
            format.token(),
            mapper,
            shelf,
            receivedOn,
            mapping.map(CsvMapping::text).orElse("") + String.join(",", methods));
    for (Path file : files) {
      for (Path one : expanded(file)) {
        read(one, one.toString(), importer);
      }
    }
    return importer.imported();
  }

  private CsvMapping table() {
    return mapping.orElseThrow(() ->
        new Failure(
            Failure.Kind.USAGE,
            "a table needs a mapping of its columns",
            "give --mapping FILE; cresset import --help shows one"));
  }

  private void read(Path file, String name, Input to) {
    if (format == Format.CSV) {
      List<String> needed = new ArrayList<>(List.of(table().id()));
      table().fields().values().forEach(f -> needed.add(f.column()));
      table().body().forEach(s -> needed.add(s.column()));
      CsvInput.read(file, name, table().separator(), needed.stream().distinct().toList(), to);
    } else if (format == Format.OSV && YamlInput.isYaml(file)) {
      YamlInput.read(file, name, to);
    } else {
      JsonInput.read(file, name, to);
    }
  }

  private List<Path> expanded(Path file) {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> files = Files.walk(file)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> format.fits(f.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          file + " can't be read: " + e.getMessage(),
          "check its permissions",
          e);
    }
  }
}
