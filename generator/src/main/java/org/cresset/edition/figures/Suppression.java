package org.cresset.edition.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which cells of a table are not shown: those with fewer cases than a limit, and as many others as
 * are needed so that none of them can be computed from what is shown.
 *
 * <p>The cells of a table with totals are the edges of a graph whose nodes are the sums: a row's
 * cells and its total, a column's cells and its total. Whoever reads it knows of a hidden cell that
 * it is at least 1, since zeros are shown. A hidden cell can't be computed if it lies on a circle
 * of hidden cells along which one case can be moved. So for each hidden cell the cheapest such
 * circle is hidden. The grand total is always shown, since other tables have it too.
 */
public final class Suppression {
  /** A cell or total, as an edge of the graph. */
  private record Cell(int row, int column, int from, int to, int value, boolean fixed) {}

  private final CountTable table;
  private final int least;
  private final List<Cell> cells = new ArrayList<>();
  private final boolean[] hidden;
  private final int nodes;

  private Suppression(CountTable table, int least) {
    this.table = table;
    this.least = least;
    int rows = table.rows().size();
    int columns = table.columns().size();
    boolean list = columns == 1;
    // Sums: rows, columns, the column of row totals, the row of column totals.
    int totals = rows + columns;
    int bottom = totals + 1;
    this.nodes = bottom + 1;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int row = list ? bottom : r;
        int column = list ? totals : rows + c;
        cells.add(new Cell(r, c, row, column, table.count(r, c), false));
      }
      if (!list) {
        cells.add(new Cell(r, columns, totals, r, table.rowTotal(r), false));
      }
    }
    if (!list) {
      for (int c = 0; c < columns; c++) {
        cells.add(new Cell(rows, c, rows + c, bottom, table.columnTotal(c), false));
      }
    }
    cells.add(new Cell(rows, list ? 0 : columns, bottom, totals, table.total(), true));
    this.hidden = new boolean[cells.size()];
  }

  /**
   * The table as it may be shown.
   *
   * @param least the smallest count that is shown; 1 shows all
   */
  public static ShownTable of(CountTable table, int least) {
    Suppression suppression = new Suppression(table, least);
    suppression.hideSmall();
    if (table.once()) {
      suppression.protect();
    }
    return suppression.shown();
  }

  private void hideSmall() {
    for (int i = 0; i < hidden.length; i++) {
      Cell cell = cells.get(i);
      hidden[i] = !cell.fixed() && cell.value() > 0 && cell.value() < least;
    }
  }

  private void protect() {
    for (int i = 0; i < hidden.length; i++) {
      if (hidden[i] && !circle(i)) {
        hideAll();
        return;
      }
    }
  }

  /** Where no circle can be made the table is not shown at all, but for its total. */
  private void hideAll() {
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = !cells.get(i).fixed();
    }
  }

  /** Hides the cheapest circle through a cell; false if there is none. */
  private boolean circle(int edge) {
    Cell cell = cells.get(edge);
    Path more = path(edge, cell.to(), cell.from());
    Path fewer = cell.value() > 1 ? path(edge, cell.from(), cell.to()) : Path.NONE;
    Path best = more.cost() <= fewer.cost() ? more : fewer;
    best.edges().forEach(i -> hidden[i] = true);
    return best.cost() < Path.NONE.cost();
  }

  private record Path(long cost, List<Integer> edges) {
    static final Path NONE = new Path(Long.MAX_VALUE, List.of());
  }

  /** The cheapest way between two sums along which one case can be moved (Bellman and Ford). */
  private Path path(int without, int start, int goal) {
    long[] cost = new long[nodes];
    int[] by = new int[nodes];
    Arrays.fill(cost, Long.MAX_VALUE);
    cost[start] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        if (i == without || cell.fixed() || cell.value() == 0) {
          continue;
        }
        long price = hidden[i] ? 0 : cell.value();
        changed |= relax(cost, by, i, cell.from(), cell.to(), price);
        changed |= cell.value() > 1 && relax(cost, by, i, cell.to(), cell.from(), price);
      }
    }
    return cost[goal] == Long.MAX_VALUE ? Path.NONE : back(cost[goal], by, start, goal);
  }

  private static boolean relax(long[] cost, int[] by, int edge, int from, int to, long price) {
    if (cost[from] == Long.MAX_VALUE || cost[from] + price >= cost[to]) {
      return false;
    }
    cost[to] = cost[from] + price;
    by[to] = edge;
    return true;
  }

  private Path back(long cost, int[] by, int start, int goal) {
    List<Integer> edges = new ArrayList<>();
    for (int node = goal; node != start; ) {
      Cell cell = cells.get(by[node]);
      edges.add(by[node]);
      node = cell.from() == node ? cell.to() : cell.from();
    }
    return new Path(cost, edges);
  }

  private ShownTable shown() {
    int rows = table.rows().size();
    int columns = table.columns().size();
    String[][] texts = new String[rows + 1][columns + 1];
    for (int i = 0; i < hidden.length; i++) {
      Cell cell = cells.get(i);
      texts[cell.row()][cell.column()] = hidden[i] ? "" : String.valueOf(cell.value());
    }
    return ShownTable.of(table, texts);
  }
}
