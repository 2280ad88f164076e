package org.cresset.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fields of a record as a table of two columns, and its longer texts below. */
final class Table {
  private static final int LONGEST_CELL = 160;

  private final List<String> rows = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** Everything in a value, row by row. */
  void add(String name, Object value) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((key, v) -> add(name + " " + key, v));
      case List<?> list ->
          row(name, list.stream().map(Table::inline).collect(Collectors.joining("; ")));
      case Optional<?> nothing -> {}
      default -> row(name, value.toString());
    }
  }

  private void row(String name, String value) {
    if (value.isBlank()) {
      return;
    }
    if (value.length() > LONGEST_CELL) {
      texts.add("**" + Prose.line(name) + "**\n\n" + Prose.paragraphs(value));
    } else {
      rows.add("| " + Prose.line(name) + " | " + Prose.line(value) + " |");
    }
  }

  private static String inline(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e ->
                  e.getKey().equals("variety")
                      ? inline(e.getValue())
                      : e.getKey() + " " + inline(e.getValue()))
              .collect(Collectors.joining(", "));
      case List<?> list -> list.stream().map(Table::inline).collect(Collectors.joining(", "));
      case Optional<?> nothing -> "";
      default -> value.toString();
    };
  }

  /** Markdown; empty where nothing was added. */
  String markdown() {
    StringBuilder out = new StringBuilder();
    if (!rows.isEmpty()) {
      out.append("| Field | Value |\n| --- | --- |\n").append(String.join("\n", rows));
    }
    for (String text : texts) {
      out.append(out.isEmpty() ? "" : "\n\n").append(text);
    }
    return out.toString();
  }
}
