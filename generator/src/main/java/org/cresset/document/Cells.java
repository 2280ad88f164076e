package org.cresset.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cresset.csv.Row;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/** The cells of one row by their columns, and what is wrong with them. */
final class Cells {
  private final Text text;
  private final List<String> header;
  private final Row row;
  private boolean sound = true;

  Cells(Text text, List<String> header, Row row) {
    this.text = text;
    this.header = header;
    this.row = row;
  }

  /** Whether nothing wrong was found in the row so far. */
  boolean isSound() {
    return sound;
  }

  String text(String column) {
    return row.cells().get(header.indexOf(column)).strip();
  }

  Optional<String> filled(String column) {
    return Optional.of(text(column)).filter(t -> !t.isEmpty());
  }

  /** Where a cell stands; the row, where quotes or line ends make that uncertain. */
  Span at(String column) {
    int line = (int) row.line();
    String source = text.sourceLine(text.at(line, 1));
    int start = 0;
    for (int i = 0; i < header.indexOf(column) && !source.contains("\""); i++) {
      start = source.indexOf(',', start) + 1;
    }
    return new Span(text.path(), line, start + 1, Math.max(1, text(column).length()));
  }

  <T> Optional<T> need(
      String column, Function<String, Optional<T>> parser, Code code, String expected) {
    Optional<T> value = parser.apply(text(column));
    if (value.isEmpty()) {
      wrong(code, column, expected, "write year-month-day, and for a time T, the time and Z");
    }
    return value;
  }

  Optional<String> oneOf(String column, List<String> words) {
    if (words.contains(text(column))) {
      return Optional.of(text(column));
    }
    wrong(
        Code.VALUE_INVALID,
        column,
        "one of " + String.join(", ", words),
        Values.nearest(text(column), words)
            .map(n -> "did you mean '" + n + "'?")
            .orElse("use one of those words"));
    return Optional.empty();
  }

  void formed(String column, Form form) {
    if (!form.test().test(text(column))) {
      wrong(Code.VALUE_INVALID, column, form.expected(), form.help());
    }
  }

  /** A number; an empty cell is none at all. */
  int count(String column) {
    String digits = text(column);
    if (digits.isEmpty()) {
      return 0;
    }
    if (!digits.matches("\\d{1,6}")) {
      wrong(Code.VALUE_INVALID, column, "how many, in digits", "leave it empty for none");
      return 0;
    }
    return Integer.parseInt(digits);
  }

  void wrong(Code code, String column, String expected, String help) {
    sound = false;
    String found =
        text(column).isEmpty() ? "no '" + column + "'" : column + " is '" + text(column) + "'";
    text.wrong(code, at(column), found, expected, help);
  }
}
