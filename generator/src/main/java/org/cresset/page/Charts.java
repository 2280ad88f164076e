package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.figures.Table;
import org.cresset.edition.figures.Value;
import org.cresset.page.view.StatisticsView.Chart;
import org.cresset.page.view.StatisticsView.Key;
import org.cresset.page.view.StatisticsView.Label;
import org.cresset.page.view.StatisticsView.Line;
import org.cresset.page.view.StatisticsView.Shape;

/** Draws tables: time as columns from left to right, kinds as bars from top to bottom. */
final class Charts {
  private static final int WIDTH = 880;
  private static final int LEFT = 44;
  private static final int TOP = 34;
  private static final int PLOT = 200;
  private static final int BELOW = 34;
  private static final int NAMES = 230;
  private static final int BAR = 18;
  private static final int STEP = 27;
  private static final int MOST_COLUMNS = 24;
  private static final int MOST_BARS = 15;
  private static final int MOST_SERIES = 4;

  private Charts() {}

  static Optional<Chart> of(Table table) {
    return switch (table.form()) {
      case COLUMNS -> Optional.of(columns(table));
      case BARS -> table.rows().size() > 1 ? Optional.of(bars(table)) : Optional.empty();
      case NONE -> Optional.empty();
    };
  }

  /** The newest rows; a series called "Open at the end" is a state and not an event: a line. */
  private static Chart columns(Table table) {
    List<Table.Row> rows = last(table.rows(), MOST_COLUMNS);
    int series = Math.min(MOST_SERIES, table.columns().size() - 1);
    boolean line = table.columns().getLast().startsWith("Open");
    int barSeries = line ? series - 1 : series;
    long top = nice(rows.stream().mapToLong(r -> max(r, series)).max().orElse(1));
    int group = (WIDTH - LEFT) / Math.max(rows.size(), 1);
    int bar = Math.max(2, Math.min(26, (group - 6) / Math.max(1, barSeries)));
    List<Shape> shapes = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      int middle = LEFT + group * r + group / 2;
      for (int s = 0; s < barSeries; s++) {
        int height = scaled(count(rows.get(r), s), top);
        int x = middle - bar * barSeries / 2 + bar * s;
        shapes.add(new Shape(x, TOP + PLOT - height, bar - 1, height, s + 1));
      }
      if (line) {
        int y = TOP + PLOT - scaled(count(rows.get(r), series - 1), top);
        path.append(path.isEmpty() ? "M" : "L").append(middle).append(' ').append(y);
      }
      if (isLabelled(r, rows.size())) {
        labels.add(new Label(middle, TOP + PLOT + 20, "middle", rows.get(r).name()));
      }
    }
    return new Chart(
        WIDTH,
        TOP + PLOT + BELOW,
        words(table),
        List.copyOf(shapes),
        grid(top, labels),
        path.toString(),
        List.copyOf(labels),
        keys(table, series, line));
  }

  private static Chart bars(Table table) {
    List<Table.Row> rows = table.rows().subList(0, Math.min(MOST_BARS, table.rows().size()));
    long top = Math.max(1, rows.stream().mapToLong(r -> count(r, 0)).max().orElse(1));
    List<Shape> shapes = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    int room = WIDTH - NAMES - 60;
    for (int r = 0; r < rows.size(); r++) {
      int y = 6 + STEP * r;
      int length = (int) Math.max(1, count(rows.get(r), 0) * room / top);
      shapes.add(new Shape(NAMES, y, length, BAR, 1));
      labels.add(new Label(NAMES - 10, y + 14, "end", shortened(rows.get(r).name())));
      labels.add(
          new Label(NAMES + length + 8, y + 14, "start", String.valueOf(count(rows.get(r), 0))));
    }
    return new Chart(
        WIDTH,
        STEP * rows.size() + 8,
        words(table),
        List.copyOf(shapes),
        List.of(),
        "",
        List.copyOf(labels),
        List.of());
  }

  private static List<Line> grid(long top, List<Label> labels) {
    List<Line> grid = new ArrayList<>();
    for (int part = 0; part <= 4; part++) {
      if (top * part % 4 == 0) {
        int y = TOP + PLOT - PLOT * part / 4;
        grid.add(new Line(LEFT, y, WIDTH, y));
        labels.add(new Label(LEFT - 8, y + 5, "end", String.valueOf(top * part / 4)));
      }
    }
    return grid;
  }

  private static List<Key> keys(Table table, int series, boolean line) {
    List<Key> keys = new ArrayList<>();
    int x = LEFT;
    for (int s = 0; s < series; s++) {
      String name = table.columns().get(s + 1);
      keys.add(new Key(x, 8, s + 1, line && s == series - 1, name));
      x += 40 + name.length() * 8;
    }
    return List.copyOf(keys);
  }

  private static boolean isLabelled(int row, int rows) {
    int every = rows > 12 ? 3 : 1;
    return (rows - 1 - row) % every == 0;
  }

  private static String words(Table table) {
    return table.title() + ". " + table.sentence() + " The table below has the same figures.";
  }

  private static String shortened(String name) {
    int most = 28;
    return name.length() <= most ? name : name.substring(0, most - 1).strip() + "…";
  }

  private static long count(Table.Row row, int series) {
    return row.values().get(series) instanceof Value.Count(long number) ? number : 0;
  }

  private static long max(Table.Row row, int series) {
    long max = 0;
    for (int s = 0; s < series; s++) {
      max = Math.max(max, count(row, s));
    }
    return max;
  }

  private static int scaled(long count, long top) {
    return (int) (count * PLOT / top);
  }

  /** The next number that divides well by four: 4, 8, 12, 20, 40, 80, … */
  private static long nice(long max) {
    for (long unit = 1; ; unit *= 10) {
      for (long step : new long[] {4, 8, 12, 20}) {
        if (step * unit >= max) {
          return step * unit;
        }
      }
    }
  }

  static <T> List<T> last(List<T> list, int most) {
    return list.subList(Math.max(0, list.size() - most), list.size());
  }
}
