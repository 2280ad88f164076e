package org.cresset.edition.figures;

import java.util.List;

/**
 * Counts of cases.
 *
 * @param title of the table
 * @param rowsAre what the rows are, such as {@code Month}
 * @param rows their names
 * @param columns their names; one where it is a plain list
 * @param counts by row, then by column
 * @param once whether each case is counted in one cell only, so that rows and columns have totals
 */
public record CountTable(
    String title,
    String rowsAre,
    List<String> rows,
    List<String> columns,
    List<List<Integer>> counts,
    boolean once) {

  public int count(int row, int column) {
    return counts.get(row).get(column);
  }

  public int rowTotal(int row) {
    return counts.get(row).stream().mapToInt(i -> i).sum();
  }

  public int columnTotal(int column) {
    return counts.stream().mapToInt(row -> row.get(column)).sum();
  }

  public int total() {
    return counts.stream().flatMap(List::stream).mapToInt(i -> i).sum();
  }
}
