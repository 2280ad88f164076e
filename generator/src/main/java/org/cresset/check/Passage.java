package org.cresset.check;

import java.util.List;
import org.cresset.marking.Marking;
import org.cresset.problem.Span;

/**
 * A text that all its readers see whole.
 *
 * @param texts the markings that one must be allowed to read to see it
 * @param place where a part of it stands in its file
 */
record Passage(String text, List<Marking> texts, Receivers receivers, Place place) {

  /** Finds the place of a part of the text. */
  @FunctionalInterface
  interface Place {
    Located of(String text, int start, int end);
  }

  /** Where a part of it stands. */
  Located at(int start, int end) {
    return place.of(text, start, end);
  }

  /** A place, and the line of the file it is in. */
  record Located(Span at, String line) {}

  /** Places of a text that stands in its file as it is, its lines whole. */
  static Place lines(String path, int firstLine) {
    return (text, start, end) -> {
      int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
      int from = text.lastIndexOf('\n', start - 1) + 1;
      int to = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
      int length = Math.min(end, to) - start;
      return new Located(
          new Span(path, firstLine + line, start - from + 1, length), text.substring(from, to));
    };
  }

  /** The place of a whole file. */
  static Place file(String path) {
    return (text, start, end) -> new Located(Span.file(path), "");
  }
}
