package org.cresset.edition;

import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.cresset.model.Activity;
import org.cresset.model.Deadline;
import org.cresset.model.DocumentId;
import org.cresset.model.Sighting;
import org.cresset.model.TriageTarget;

/**
 * What the team's own editions know besides articles; {@link #NONE} in every other edition.
 *
 * @param sightings small events, in the order of their times
 * @param activity counts of calls and mails, by day
 * @param targets of each priority, 1 to 5
 * @param retention how long a closed report is kept where it does not say so itself
 * @param audit acts by which something became visible to more readers, newest first
 * @param accepted findings of the disclosure checks that somebody accepted
 * @param callers what may be said on the telephone
 * @param deadlines of keys, releases and declarations
 * @param received what others told the team, with its origin in words
 * @param held who else has more about it, and under which name
 */
public record TeamRecords(
    List<Sighting> sightings,
    List<Activity> activity,
    SortedMap<Integer, TriageTarget> targets,
    Period retention,
    List<Declassification> audit,
    List<AcceptedText> accepted,
    Callers callers,
    List<Deadline> deadlines,
    SortedMap<DocumentId, String> received,
    SortedMap<DocumentId, String> held) {
  public static final TeamRecords NONE =
      new TeamRecords(
          List.of(),
          List.of(),
          Collections.emptySortedMap(),
          Period.ZERO,
          List.of(),
          List.of(),
          Callers.NONE,
          List.of(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap());
}
