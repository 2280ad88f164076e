package org.cresset;

import java.time.Instant;
import java.util.List;
import org.cresset.document.Configuration;
import org.cresset.edition.Edition;
import org.cresset.edition.ShownVersions;
import org.cresset.edition.due.Due;
import org.cresset.edition.due.Dues;
import org.cresset.edition.due.OpenCases;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.model.Deadline;
import org.cresset.text.Markdown;

/** What waits for the team, by the files as they lie: not only by what is committed. */
public final class Waiting {
  private final Edition edition;

  private Waiting(Edition edition) {
    this.edition = edition;
  }

  /** Reads what the team may see. */
  public static Waiting read(Workspace workspace, Instant asOf) {
    try (Collector collector = new Collector(workspace, new Markdown())) {
      Collected collected = collector.read(new Collector.AsTheyLie(), asOf);
      Configuration configuration = collected.library().configuration();
      List<Deadline> ends = Deadlines.all(workspace, collected.library(), asOf);
      Gate gate = new Gate(collected.library(), collected.past(), ends, ShownVersions.NONE);
      Audience team = new Audience("staff", new Audience.Team(), false);
      return new Waiting(gate.admit(team, Sites.of(configuration, Sites.nobody()), asOf).edition());
    }
  }

  /** Everything with a date, the earliest first. */
  public List<Due> dues() {
    return Dues.of(edition);
  }

  /** Open cases, the most urgent first. */
  public List<OpenCases.Case> cases() {
    return OpenCases.of(edition);
  }
}
