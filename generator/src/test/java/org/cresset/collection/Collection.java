package org.cresset.collection;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.json.BadJson;
import org.cresset.json.Json;
import org.cresset.json.JsonReader;
import org.cresset.testkit.Demonstration;
import org.cresset.testkit.InProcess;

/**
 * A knowledge base into which a collection of VERIS records was imported by the command. The
 * records are invented, or real ones of a file that {@code -Dcresset.veris=FILE} names (JSON
 * Lines).
 *
 * @param byReference the incidents that should be there, as the file has them, by their own ids
 * @param said what the import said
 */
record Collection(Path root, Map<String, RawIncident> byReference, String said) {
  private static final String REAL = System.getProperty("cresset.veris", "");
  private static final int INVENTED = 300;
  private static final Pattern SECOND =
      Pattern.compile("(veris-\\w+): '(.*)' is there a second time, with other");
  private static final Pattern REFERENCE = Pattern.compile("(?m)^  reference: \"?(.*?)\"?$");

  /** Imports into a folder that may have other content. */
  static Collection in(Path root) throws IOException {
    Path file = root.resolve("incidents.jsonl");
    if (!isReal()) {
      Files.write(file, VerisRecords.lines(INVENTED));
    } else {
      Files.copy(Path.of(REAL), file);
    }
    Path settings = root.resolve("content/cresset.yaml");
    if (!Files.exists(settings)) {
      Files.createDirectories(settings.getParent());
      Files.writeString(
          settings,
          "team: {name: Example CSIRT, email: csirt@example.org}\n"
              + "site: {url: https://csirt.example.org/}\n");
    }
    InProcess.Said said =
        run(root, "import", "veris", "incidents.jsonl", "--into", "content/reports/veris");
    if (said.status() != 0) {
      throw new AssertionError(said.text());
    }
    return new Collection(root, raw(file), said.text());
  }

  /** Whether the records are those of a file that was named. */
  static boolean isReal() {
    return !REAL.isEmpty();
  }

  InProcess.Said run(String... arguments) {
    return run(root, arguments);
  }

  private static InProcess.Said run(Path root, String... arguments) {
    return new InProcess(root, Demonstration.AS_OF).run(arguments);
  }

  List<RawIncident> raw() {
    return List.copyOf(byReference.values());
  }

  /** The reports' ids by the records' own; the second of one number is named by the command. */
  Map<String, String> ids() throws IOException {
    Map<String, String> ids = new TreeMap<>();
    Matcher second = SECOND.matcher(said);
    while (second.find()) {
      ids.put(second.group(2) + "#2", second.group(1));
    }
    try (Stream<Path> files = Files.walk(root.resolve("content/reports/veris"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        Matcher reference = REFERENCE.matcher(Files.readString(file));
        Path own = file.endsWith("index.md") ? file.getParent() : file;
        String id = own.getFileName().toString().replace(".md", "");
        if (reference.find() && !ids.containsValue(id)) {
          ids.put(reference.group(1), id);
        }
      }
    }
    return ids;
  }

  /** Every record once; two with one number are two incidents where they say different things. */
  private static Map<String, RawIncident> raw(Path file) throws IOException {
    Map<String, RawIncident> incidents = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : lines.toList()) {
        record(line)
            .ifPresent(r -> {
              boolean known = incidents.containsKey(r.id());
              boolean same = known && Json.compact(incidents.get(r.id()).json()).equals(text(r));
              incidents.putIfAbsent(known && !same ? r.id() + "#2" : r.id(), r);
            });
      }
    }
    return incidents;
  }

  private static String text(RawIncident r) {
    return Json.compact(r.json());
  }

  @SuppressWarnings("unchecked")
  private static java.util.Optional<RawIncident> record(String line) {
    try {
      return JsonReader.read(new StringReader(line.isBlank() ? "0" : line)) instanceof Map<?, ?> o
              && o.get("record") instanceof Map<?, ?> record
          ? java.util.Optional.of(new RawIncident((Map<String, Object>) record))
          : java.util.Optional.empty();
    } catch (BadJson e) {
      return java.util.Optional.empty();
    }
  }
}
