package org.cresset.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cresset.document.ForeignYaml;
import org.cresset.model.Kind;
import org.cresset.problem.Failure;

/**
 * Which column of a table goes where.
 *
 * @param kind report or advisory
 * @param from what the origin is called
 * @param tlp the origin's label; empty for none
 * @param id the column that identifies a row at its origin
 * @param fields by key of the front matter
 * @param body sections of the body, in their order
 */
public record CsvMapping(
    Kind kind,
    String from,
    String tlp,
    char separator,
    String id,
    Map<String, Source> fields,
    List<Section> body,
    String text) {
  private static final Set<String> NEVER =
      Set.of("classification", "only", "status", "tlp", "id", "origin", "preview_to", "version");

  /** Where a value comes from: a column, and how its texts are to be read. */
  public record Source(
      String column,
      Map<String, String> values,
      Optional<DateTimeFormatter> format,
      ZoneId zone,
      String split) {}

  /** A heading and the column whose text stands below it. */
  public record Section(String heading, String column) {}

  /**
   * Reads a mapping file.
   *
   * @throws Failure USAGE, with all that is wrong with it
   */
  public static CsvMapping read(Path file) {
    try {
      String text = YamlInput.text(file);
      ForeignYaml.Result result = ForeignYaml.read(file.toString(), text);
      if (result.record().isEmpty()) {
        var first = result.problems().getFirst();
        throw usage(first.at() + ": " + first.found() + ", expected " + first.expected());
      }
      return of(Taking.of(result.record().get(), new Fates()), text);
    } catch (IOException e) {
      throw usage(file + ": " + Encoded.reason(e));
    }
  }

  private static CsvMapping of(Taking m, String text) {
    String kind = m.text("kind").orElse("report");
    if (!kind.equals("report") && !kind.equals("advisory")) {
      throw usage("kind is '" + kind + "', expected report or advisory");
    }
    String separator = m.text("separator").orElse(",").replace("\\t", "\t").replace("tab", "\t");
    String tlp = m.text("tlp").orElse("");
    if (separator.length() != 1 || !tlp.matches("(CLEAR|GREEN|AMBER(\\+STRICT)?|RED)?")) {
      throw usage("separator must be one character, and tlp a label of TLP 2.0");
    }
    Map<String, Source> fields = new LinkedHashMap<>();
    Taking mapped = m.object("fields");
    for (String key : mapped.keys()) {
      if (NEVER.contains(key)) {
        throw usage("'" + key + "' can't be taken from a table: what is imported is private");
      }
      fields.put(key, source(mapped, key));
    }
    List<Section> body = new ArrayList<>();
    for (Taking section : m.objects("body")) {
      String column = need(section, "column");
      body.add(new Section(section.text("heading").orElse(column), column));
    }
    CsvMapping mapping =
        new CsvMapping(
            Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
            need(m, "from"),
            tlp,
            separator.charAt(0),
            need(m, "id"),
            fields,
            body,
            text);
    String left = String.join(", ", m.kept().keySet());
    if (!left.isEmpty()) {
      throw usage(
          "unknown: " + left + "; expected kind, from, tlp, separator, id, fields and body");
    }
    return mapping;
  }

  private static Source source(Taking fields, String key) {
    Optional<String> plain = fields.text(key);
    if (plain.isPresent()) {
      return new Source(plain.get(), Map.of(), Optional.empty(), ZoneId.of("UTC"), "");
    }
    Taking f = fields.object(key);
    Map<String, String> values = new LinkedHashMap<>();
    Taking v = f.object("values");
    v.keys().forEach(k -> v.text(k).ifPresent(t -> values.put(k, t)));
    try {
      Optional<DateTimeFormatter> format =
          f.text("format").map(p -> DateTimeFormatter.ofPattern(p, Locale.ENGLISH));
      ZoneId zone = ZoneId.of(f.text("zone").orElse("UTC"));
      return new Source(need(f, "column"), values, format, zone, f.text("split").orElse(""));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw usage("'" + key + "': " + e.getMessage());
    }
  }

  private static String need(Taking from, String key) {
    return from.text(key).orElseThrow(() -> usage("no '" + key + "'"));
  }

  private static Failure usage(String what) {
    return new Failure(
        Failure.Kind.USAGE, "the mapping: " + what, "cresset import --help shows one");
  }
}
