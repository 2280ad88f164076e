package org.cresset.text;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: in columns where they fit, else each row as a list of its cells. */
final class TextTable {
  private static final String BETWEEN = "  ";
  private final List<List<String>> rows;
  private final int width;

  TextTable(List<List<String>> rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  List<String> lines() {
    if (rows.isEmpty()) {
      return List.of();
    }
    int[] columns = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < Math.min(columns.length, row.size()); i++) {
        columns[i] = Math.max(columns[i], WrappedText.length(row.get(i)));
      }
    }
    int total = BETWEEN.length() * (columns.length - 1);
    for (int column : columns) {
      total += column;
    }
    return total <= width ? inColumns(columns) : asLists();
  }

  private List<String> inColumns(int[] columns) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < Math.min(columns.length, row.size()); i++) {
        String pad = " ".repeat(columns[i] - WrappedText.length(row.get(i)));
        line.append(i == 0 ? "" : BETWEEN).append(row.get(i)).append(pad);
      }
      lines.add(line.toString().stripTrailing());
      if (lines.size() == 1) {
        lines.add(rule(columns));
      }
    }
    return lines;
  }

  private static String rule(int[] columns) {
    List<String> parts = new ArrayList<>();
    for (int column : columns) {
      parts.add("-".repeat(column));
    }
    return String.join(BETWEEN, parts);
  }

  private List<String> asLists() {
    List<String> lines = new ArrayList<>();
    List<String> head = rows.getFirst();
    for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
      for (int i = 0; i < Math.min(head.size(), row.size()); i++) {
        if (!row.get(i).isEmpty()) {
          String label = head.get(i).isEmpty() ? "" : head.get(i) + ": ";
          String words = WrappedText.fill(label + row.get(i), i == 0 ? "- " : "  ", "  ", width);
          words.lines().forEach(lines::add);
        }
      }
    }
    return lines;
  }
}
