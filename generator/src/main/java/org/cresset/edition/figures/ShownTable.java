package org.cresset.edition.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as readers may see it.
 *
 * @param heads of the columns, the first for the names of rows
 * @param rows their names and counts, the totals last; empty text where a count is not shown
 */
public record ShownTable(String title, List<String> heads, List<List<String>> rows) {

  static ShownTable of(CountTable table, String[][] texts) {
    boolean crossed = table.columns().size() > 1;
    List<String> heads = new ArrayList<>(List.of(table.rowsAre()));
    heads.addAll(table.columns());
    int width = table.columns().size() + (crossed ? 1 : 0);
    if (crossed) {
      heads.add("total");
    }
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < table.rows().size() + (table.once() ? 1 : 0); r++) {
      List<String> row = new ArrayList<>();
      row.add(r < table.rows().size() ? table.rows().get(r) : "total");
      row.addAll(Arrays.asList(texts[r]).subList(0, width));
      rows.add(row);
    }
    return new ShownTable(table.title(), List.copyOf(heads), List.copyOf(rows));
  }

  /** Whether something is not shown. */
  public boolean hides() {
    return rows.stream().anyMatch(row -> row.contains(""));
  }
}
