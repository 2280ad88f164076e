package org.cresset.gate;

import java.util.List;
import java.util.SortedSet;

/**
 * What an edition's readers may not have, kept for the last search over the finished bytes only;
 * never logged.
 *
 * @param names ids and titles of documents held back whole
 * @param texts everything cut: bodies, passages, values of hidden keys
 */
public record Withheld(SortedSet<String> names, List<String> texts) {
  /** Says nothing of its content, so that it can't be logged by accident. */
  @Override
  public String toString() {
    return "Withheld";
  }
}
