package org.cresset.page.changes;

import java.util.List;

/**
 * A place where a text changed.
 *
 * @param section the heading it stands under, or empty
 */
public record Passage(String section, List<Piece> pieces) {
  public Passage {
    pieces = List.copyOf(pieces);
  }
}
