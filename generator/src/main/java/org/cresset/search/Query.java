package org.cresset.search;

import java.util.List;
import java.util.Optional;

/**
 * A query: clauses that must all match, or of which one must not.
 *
 * @param clauses in the order written
 */
record Query(List<Clause> clauses) {
  /**
   * One part of a query.
   *
   * @param excluded whether it began with a minus
   * @param field what was named before the colon
   * @param text without quotes and star
   */
  record Clause(boolean excluded, Optional<Field> field, String text, Form form) {}

  /** How a clause was written. */
  enum Form {
    /** As it is. */
    PLAIN,
    /** In quotes. */
    QUOTED,
    /** With a star at its end. */
    PREFIX
  }
}
