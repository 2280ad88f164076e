package org.cresset.intake;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.cresset.model.Kind;

/**
 * A foreign record as a document of ours, before it is written.
 *
 * @param reference what identifies it at its origin
 * @param front front matter besides the keys that every import has
 * @param body Markdown
 * @param kept what has no place in either
 * @param remarks what a person should know of how it was mapped
 */
record Draft(
    Kind kind,
    Origin origin,
    String reference,
    SequencedMap<String, Object> front,
    String body,
    Map<String, Object> kept,
    List<String> remarks) {

  /**
   * Where a record comes from.
   *
   * @param name as people call it
   * @param space within which its references are unique
   * @param tlp their label, in the words of TLP 2.0; empty where they give none
   */
  record Origin(String name, String space, String tlp) {}
}
