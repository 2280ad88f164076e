package org.cresset.model;

import java.util.List;

/**
 * Markdown from which everything that its reader may not see has been cut, and the narrower
 * passages that remain. Lines end with LF. In a {@code Document}, before the gate, it holds the
 * fences still.
 */
public record MarkedText(String markdown, List<Mark> marks) {
  public static final MarkedText EMPTY = new MarkedText("", List.of());

  public MarkedText {
    marks = List.copyOf(marks);
  }

  public static MarkedText of(String markdown) {
    return new MarkedText(markdown, List.of());
  }

  public boolean isEmpty() {
    return markdown.isBlank();
  }
}
