package org.cresset.csv;

import java.util.List;

/**
 * One row.
 *
 * @param line where it begins, from 1
 */
public record Row(long line, List<String> cells) {
  public Row {
    cells = List.copyOf(cells);
  }
}
