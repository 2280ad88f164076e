package org.cresset.breach;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.cresset.edition.Edition;
import org.cresset.edition.Site;
import org.cresset.edition.TeamRecords;
import org.cresset.marking.Audience;

/** Makes an edition past the gate. */
final class MakesEdition {
  Edition edition(Audience audience, Site site) {
    return new Edition(
        audience,
        site,
        Instant.EPOCH,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        TeamRecords.NONE);
  }
}
