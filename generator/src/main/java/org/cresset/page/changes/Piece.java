package org.cresset.page.changes;

/** Some words in a row that share a fate; of those that are {@code GONE} only how many they are. */
public record Piece(Fate fate, String text) {
  /** What became of them. */
  public enum Fate {
    KEPT,
    /** Unchanged, and too many to be shown: an ellipsis stands for them. */
    SKIPPED,
    ADDED,
    REMOVED,
    GONE
  }
}
