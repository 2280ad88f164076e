package org.cresset.model;

import java.util.Locale;

/**
 * A document's name: its kind and its id, which is unique within the kind without regard to case.
 * For pages the id is the path below pages/, parts joined by {@code /}.
 */
public record DocumentId(Kind kind, String id) implements Comparable<DocumentId> {
  /** The id in lower case, as it stands in paths. */
  public String folded() {
    return id.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(DocumentId other) {
    int order = kind.compareTo(other.kind);
    order = order == 0 ? id.compareToIgnoreCase(other.id) : order;
    return order == 0 ? id.compareTo(other.id) : order;
  }

  /**
   * {@code advisories/csa-2026-k7f3}, the form of {@code doc:} links that is always unambiguous.
   */
  @Override
  public String toString() {
    return kind.folder() + "/" + id;
  }
}
