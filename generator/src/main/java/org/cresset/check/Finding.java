package org.cresset.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.marking.Audience;
import org.cresset.marking.Marking;
import org.cresset.model.DocumentId;
import org.cresset.problem.Problem;

/**
 * A problem, and which text it belongs to: an edition whose readers may not see that text neither
 * reports it nor is stopped by it.
 *
 * @param id the document; empty for the configuration, the register and files that are no documents
 * @param texts the markings a reader must all be allowed to read to see the fault; empty means that
 *     it is the team's alone
 */
public record Finding(Problem problem, Optional<DocumentId> id, List<Marking> texts)
    implements Comparable<Finding> {

  /** Whether that edition shows the faulty text. */
  public boolean concerns(Audience audience, Instant asOf) {
    return texts.isEmpty()
        ? audience.isTeam()
        : texts.stream().allMatch(marking -> audience.mayRead(marking, asOf));
  }

  @Override
  public int compareTo(Finding other) {
    return problem.compareTo(other.problem);
  }
}
