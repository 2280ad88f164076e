package org.cresset.edition.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * One table of the statistics.
 *
 * @param id names its file, such as {@code months}
 * @param sentence what it shows, in words
 * @param columns the first is that of the rows' names; for programs, {@code hours} are those of
 *     lengths
 * @param form how it is drawn
 */
public record Table(
    String id, String title, String sentence, List<String> columns, List<Row> rows, Form form) {
  /** A row; its values are those of the columns after the first. */
  public record Row(String name, List<Value> values) {}

  /** How a table is drawn: time as columns, kinds as bars, or not at all. */
  public enum Form {
    COLUMNS,
    BARS,
    NONE
  }

  /** As programs read it, the names of the columns first. */
  public List<List<String>> plain() {
    List<List<String>> plain = new ArrayList<>(List.of(columns));
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      row.values().forEach(value -> cells.add(value.plain()));
      plain.add(cells);
    }
    return plain;
  }
}
