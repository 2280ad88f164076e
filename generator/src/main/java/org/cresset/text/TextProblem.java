package org.cresset.text;

import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/**
 * Something wrong in a Markdown text.
 *
 * @param line counted from 0 from the start of the text
 * @param column counted from 0 in UTF-16 units
 */
public record TextProblem(
    Code code, int line, int column, int length, String found, String expected, String help) {

  /**
   * The same as a problem of a file.
   *
   * @param firstLine the line of the file, counted from 1, on which the text begins
   */
  public Problem in(String path, int firstLine) {
    Span at = new Span(path, firstLine + line, column + 1, Math.max(1, length));
    return Problem.of(code, at, found, expected, help);
  }
}
