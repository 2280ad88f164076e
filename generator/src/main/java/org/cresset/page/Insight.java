package org.cresset.page;

import org.cresset.edition.Edition;
import org.cresset.edition.seen.SeenIndex;
import org.cresset.edition.similar.SimilarIncidents;

/** What is known only from all reports of an edition together. */
record Insight(Edition edition, SeenIndex seen, SimilarIncidents similar) {
  static Insight of(Edition edition) {
    SeenIndex seen = SeenIndex.of(edition);
    return new Insight(edition, seen, SimilarIncidents.of(edition, seen));
  }

  /** The public reads each report by itself: lists of what to block need a decision of the team. */
  boolean hasObservables() {
    return !edition.audience().isPublic() && !seen.isEmpty();
  }
}
