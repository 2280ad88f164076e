package org.cresset.page.view;

import java.util.List;
import java.util.Optional;

/**
 * Figures over the cases of the edition, in tables with charts.
 *
 * @param management whether this is the short form for management
 * @param other the path to the other form
 * @param received figures over the records of others
 */
public record StatisticsView(
    String title, boolean management, Ref other, List<Part> parts, List<Part> received)
    implements View {
  /**
   * A table, its chart and its file.
   *
   * @param sentence what it shows
   * @param columns heads; the first is that of the rows' names
   * @param rows the first cell names the row
   * @param left how many rows are only in the file
   */
  public record Part(
      String id,
      String title,
      String sentence,
      Optional<Chart> chart,
      List<String> columns,
      List<List<String>> rows,
      int left,
      String csv) {}

  /**
   * A drawing, in units of its view box. What series a shape belongs to is told by its pattern, not
   * by its colour.
   *
   * @param words the same in words, for who can't see it
   */
  public record Chart(
      int width,
      int height,
      String words,
      List<Shape> bars,
      List<Line> grid,
      String path,
      List<Label> labels,
      List<Key> keys) {}

  /** A bar; {@code series} counts from 1. */
  public record Shape(int x, int y, int width, int height, int series) {}

  /** A line of the grid. */
  public record Line(int x1, int y1, int x2, int y2) {}

  /** A text; {@code anchor} is start, middle or end. */
  public record Label(int x, int y, String anchor, String text) {}

  /** An entry of the legend; {@code line} where the series is drawn as one. */
  public record Key(int x, int y, int series, boolean line, String text) {}
}
