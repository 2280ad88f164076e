package org.cresset.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cresset.edition.figures.ShownTable;

/**
 * Statistics in the forms in which they are wanted.
 *
 * @param least the smallest count that is shown
 * @param total of all cases, in words if it may not be shown
 * @param tables none where there are too few cases
 */
record StatsPrinter(
    LocalDate from, LocalDate to, int least, String total, List<ShownTable> tables) {
  private static final String HIDDEN = "–";

  /** For a terminal. */
  String table() {
    StringBuilder out = new StringBuilder();
    out.append("Incidents from ").append(from).append(" to ").append(to);
    out.append(": ").append(total).append('\n');
    for (ShownTable table : tables) {
      out.append('\n').append(table.title()).append('\n');
      List<List<String>> lines = new ArrayList<>(List.of(table.heads()));
      lines.addAll(table.rows());
      for (List<String> line : lines) {
        for (int i = 0; i < line.size(); i++) {
          out.append("  ").append(padded(shown(line.get(i)), width(lines, i), i > 0));
        }
        out.append('\n');
      }
    }
    return hides() ? out + "\n" + HIDDEN + " " + note() + "\n" : out.toString();
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(l -> Math.max(1, l.get(column).length())).max().orElse(0);
  }

  private static String padded(String text, int width, boolean right) {
    String blanks = " ".repeat(width - text.length());
    return right ? blanks + text : text + blanks;
  }

  /** One line for each count (RFC 4180); empty where it is not shown. */
  String csv() {
    StringBuilder out = new StringBuilder("table,row,column,count\r\n");
    for (ShownTable table : tables) {
      for (List<String> row : table.rows()) {
        for (int i = 1; i < row.size(); i++) {
          out.append(cell(table.title())).append(',').append(cell(row.getFirst())).append(',');
          out.append(cell(table.heads().get(i))).append(',').append(row.get(i)).append("\r\n");
        }
      }
    }
    return out.toString();
  }

  /** Quoted where need be, and never a formula to a spreadsheet. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  /** A public page in Markdown with its front matter. */
  String page() {
    StringBuilder out = new StringBuilder("---\n");
    out.append("title: \"Incidents from ").append(from).append(" to ").append(to).append("\"\n");
    out.append("classification: public\ntype: about\n");
    out.append("summary: \"How many incidents we handled, and of what kind.\"\n---\n");
    out.append("From ").append(from).append(" to ").append(to).append(" (UTC) we handled ");
    out.append(total).append(" incidents.\n");
    for (ShownTable table : tables) {
      out.append("\n## ").append(table.title()).append("\n\n");
      row(out, table.heads());
      out.append("|---").append("|--:".repeat(table.heads().size() - 1)).append("|\n");
      table.rows().forEach(row -> row(out, row));
    }
    if (!tables.isEmpty()) {
      out.append("\nAn incident may have several methods.");
    }
    return out.append(hides() ? " " + HIDDEN + ": " + note() + ".\n" : "\n").toString();
  }

  private static void row(StringBuilder out, List<String> cells) {
    cells.forEach(cell -> out.append("| ").append(shown(cell).replace("|", "\\|")).append(' '));
    out.append("|\n");
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? HIDDEN : cell;
  }

  private boolean hides() {
    return tables.stream().anyMatch(ShownTable::hides);
  }

  private String note() {
    return "not shown, since it is below " + least + " or would tell such a count";
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", from.toString());
    json.put("to", to.toString());
    json.put("min_cell", least);
    json.put("total", total);
    json.put(
        "tables",
        tables.stream()
            .map(t -> {
              Map<String, Object> table = new LinkedHashMap<>();
              table.put("title", t.title());
              table.put("heads", t.heads());
              table.put("rows", t.rows());
              return table;
            })
            .toList());
    return json;
  }
}
