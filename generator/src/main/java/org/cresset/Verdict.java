package org.cresset;

import java.util.List;
import java.util.Set;
import org.cresset.check.Finding;

/**
 * Whether an edition can go out, and without which documents.
 *
 * @param leftOut paths of new documents with errors, from the content folder
 * @param holding why the edition stays as it was: documents of its last release that can't be shown
 *     rightly now; empty if it can go out
 * @param findings those that concern this edition
 */
public record Verdict(Set<String> leftOut, List<Finding> holding, List<Finding> findings) {

  /** Of an edition that was not judged. */
  static final Verdict NONE = new Verdict(Set.of(), List.of(), List.of());

  public boolean good() {
    return holding.isEmpty();
  }
}
