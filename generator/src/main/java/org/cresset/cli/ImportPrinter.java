package org.cresset.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.intake.Fate;
import org.cresset.intake.Fates;
import org.cresset.intake.Imported;
import org.cresset.intake.Written;
import org.cresset.json.Json;
import org.cresset.problem.Visible;

/** Says what an import did. */
final class ImportPrinter {
  private final Surroundings world;
  private final Common common;
  private final boolean dry;

  ImportPrinter(Surroundings world, Common common, boolean dry) {
    this.world = world;
    this.common = common;
    this.dry = dry;
  }

  void print(Imported imported, boolean fields) {
    if (common.json) {
      world.out().print(Json.pretty(json(imported, fields)));
      return;
    }
    imported.refused().forEach(r -> line(r.place() + ": warning: not taken in: " + r.text()));
    if (!common.quiet) {
      imported.remarks().forEach(r -> line(r.place() + ": " + r.id() + ": " + r.text()));
    }
    if (fields) {
      table(imported);
    }
    List<String> counts = new ArrayList<>();
    for (Written written : Written.values()) {
      if (imported.count(written) > 0) {
        counts.add(imported.count(written) + " " + word(written));
      }
    }
    counts.add(imported.refused().size() + " not taken in");
    world.out().println(String.join(", ", counts) + (dry ? " (dry run: nothing was written)" : ""));
  }

  private void line(String text) {
    world.out().println(Visible.line(text));
  }

  private static String word(Written written) {
    return switch (written) {
      case EDITED -> "left as edited by hand";
      default -> written.name().toLowerCase(Locale.ROOT);
    };
  }

  private void table(Imported imported) {
    int width =
        Stream.concat(Stream.of("field"), imported.fields().keySet().stream())
            .mapToInt(String::length)
            .max()
            .orElse(5);
    String form = "%-" + Math.min(width, 70) + "s %9s %9s %9s  %s";
    line(String.format(Locale.ROOT, form, "field", "mapped", "kept", "dropped", "why dropped"));
    imported
        .fields()
        .forEach((name, field) ->
            line(
                String.format(
                        Locale.ROOT,
                        form,
                        name,
                        count(field, Fate.MAPPED),
                        count(field, Fate.KEPT),
                        count(field, Fate.DROPPED),
                        field.reason())
                    .stripTrailing()));
    world.out().println();
  }

  private static int count(Fates.Field field, Fate fate) {
    return field.values().getOrDefault(fate, 0);
  }

  private static Map<String, Object> json(Imported imported, boolean fields) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, Object> documents = new LinkedHashMap<>();
    for (Written written : Written.values()) {
      documents.put(written.name().toLowerCase(Locale.ROOT), imported.count(written));
    }
    json.put("documents", documents);
    json.put("not_taken_in", imported.refused().stream().map(ImportPrinter::json).toList());
    json.put("remarks", imported.remarks().stream().map(ImportPrinter::json).toList());
    if (fields) {
      Map<String, Object> table = new LinkedHashMap<>();
      imported
          .fields()
          .forEach((name, field) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            for (Fate fate : Fate.values()) {
              row.put(fate.name().toLowerCase(Locale.ROOT), count(field, fate));
            }
            row.put("why_dropped", field.reason());
            table.put(name, row);
          });
      json.put("fields", table);
    }
    return json;
  }

  private static Map<String, Object> json(Imported.Remark remark) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("place", remark.place());
    if (!remark.id().isEmpty()) {
      json.put("id", remark.id());
    }
    json.put("text", remark.text());
    return json;
  }
}
