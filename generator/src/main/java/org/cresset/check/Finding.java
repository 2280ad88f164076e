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
 * @param besides markings of other texts that the message speaks of
 * @param instead the problem as it is to readers of the faulty text who may not know of those
 *     others; empty if for them there is none
 * @param edition the only edition that it touches, if there is but one
 */
public record Finding(
    Problem problem,
    Optional<DocumentId> id,
    List<Marking> texts,
    List<Marking> besides,
    Optional<Problem> instead,
    Optional<String> edition)
    implements Comparable<Finding> {

  /** A problem in every edition that shows the text. */
  public Finding(
      Problem problem,
      Optional<DocumentId> id,
      List<Marking> texts,
      List<Marking> besides,
      Optional<Problem> instead) {
    this(problem, id, texts, besides, instead, Optional.empty());
  }

  /** A problem that speaks of no other text. */
  public Finding(Problem problem, Optional<DocumentId> id, List<Marking> texts) {
    this(problem, id, texts, List.of(), Optional.empty());
  }

  /** What of it an edition may say that shows the faulty text; empty for all others. */
  public Optional<Finding> seenBy(Audience audience, Instant asOf) {
    if (edition.filter(e -> !e.equals(audience.id())).isPresent()) {
      return Optional.empty();
    }
    if (texts.isEmpty()) {
      return audience.isTeam() ? Optional.of(this) : Optional.empty();
    }
    if (!all(texts, audience, asOf)) {
      return Optional.empty();
    }
    return all(besides, audience, asOf)
        ? Optional.of(this)
        : instead.map(p -> new Finding(p, id, texts));
  }

  private static boolean all(List<Marking> markings, Audience audience, Instant asOf) {
    return markings.stream().allMatch(marking -> audience.mayRead(marking, asOf));
  }

  @Override
  public int compareTo(Finding other) {
    return problem.compareTo(other.problem);
  }
}
