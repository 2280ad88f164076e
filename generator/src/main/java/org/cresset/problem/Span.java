package org.cresset.problem;

import java.util.Comparator;

/**
 * A place in a source file: repository path, line and column counted from 1 (in UTF-16 units), and
 * length in the same units. Line 0 means the file as a whole.
 */
public record Span(String path, int line, int column, int length) implements Comparable<Span> {
  private static final Comparator<Span> ORDER =
      Comparator.comparing(Span::path).thenComparingInt(Span::line).thenComparingInt(Span::column);

  /** The file as a whole. */
  public static Span file(String path) {
    return new Span(path, 0, 0, 0);
  }

  /** A place of one character. */
  public static Span at(String path, int line, int column) {
    return new Span(path, line, column, 1);
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }

  /** {@code path:line:column}, or the path alone where the whole file is meant. */
  @Override
  public String toString() {
    return line == 0 ? path : path + ":" + line + ":" + column;
  }
}
