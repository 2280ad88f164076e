package org.cresset;

import java.time.Instant;
import java.time.LocalDate;
import org.cresset.edition.Edition;
import org.cresset.edition.figures.CaseCounts;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.text.Markdown;

/** Counts what the team's plain edition shows. */
public final class Statistics {
  private static final Audience STAFF = new Audience("staff", new Audience.Team(), false);

  private final Workspace workspace;

  public Statistics(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The incidents that came to the team from one day to another, both inclusive. */
  public CaseCounts count(Collector.State state, LocalDate from, LocalDate to, Instant asOf) {
    try (Collector collector = new Collector(workspace, new Markdown())) {
      Collected collected = collector.read(state, asOf);
      Edition edition =
          new Gate(collected.library(), collected.past())
              .admit(STAFF, Sites.of(collected.library().configuration(), Sites.nobody()), asOf)
              .edition();
      return new CaseCounts(edition, from, to);
    }
  }
}
