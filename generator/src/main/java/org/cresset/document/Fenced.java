package org.cresset.document;

import java.util.List;

/**
 * Markdown as written, with its fences.
 *
 * @param markdown LF line ends
 * @param firstLine number of its first line in the file
 */
public record Fenced(String markdown, int firstLine, List<Fence> fences) {
  public static final Fenced EMPTY = new Fenced("", 0, List.of());
}
