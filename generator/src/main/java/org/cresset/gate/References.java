package org.cresset.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Details;
import org.cresset.model.Kind;

/** Leaves out of the kind-specific part the ids that its reader may not follow. */
final class References {
  private References() {}

  static Details followable(Details details, Following reader) {
    return switch (details) {
      case Details.Advisory a ->
          new Details.Advisory(
              a.action(),
              a.category(),
              a.severity(),
              a.severityReason(),
              a.exploitation(),
              a.knowledge(),
              a.nextUpdate(),
              a.products(),
              a.vulnerabilities(),
              a.solutions(),
              reader.of(a.supersedes(), Kind.ADVISORY),
              a.withdrawn(),
              a.acknowledgments(),
              a.coordination());
      case Details.Policy p ->
          new Details.Policy(
              p.type(),
              p.approvedBy(),
              p.approvedOn(),
              p.effectiveFrom(),
              reader.of(p.implementsPolicies(), Kind.POLICY),
              reader.of(p.supersedes(), Kind.POLICY),
              p.announce(),
              p.measures());
      case Details.Term t ->
          new Details.Term(t.abbreviation(), t.also(), reader.of(t.see(), Kind.TERM));
      case Details.Report r -> report(r, List.of(), reader);
      case Details.Notice n -> n;
      case Details.Page p -> p;
    };
  }

  /** A report, with the chronology entries that its reader may see in the body. */
  static Details.Report report(Details.Report r, List<ChronologyEntry> inBody, Following reader) {
    List<ChronologyEntry> chronology = new ArrayList<>(r.chronology());
    chronology.addAll(inBody);
    chronology.sort(Comparator.comparing(ChronologyEntry::at));
    return new Details.Report(
        r.severity(),
        r.controller(),
        r.triage(),
        r.times(),
        r.outcome(),
        r.intake(),
        r.sites(),
        r.locations(),
        r.methods(),
        r.software(),
        reader.of(r.advisories(), Kind.ADVISORY),
        reader.of(r.related(), Kind.REPORT),
        r.partOf().filter(p -> !reader.of(List.of(p), Kind.REPORT).isEmpty()),
        r.observables(),
        List.copyOf(chronology),
        r.hypotheses(),
        r.evidence(),
        r.costs(),
        r.actions(),
        r.contacts(),
        r.permissions(),
        r.postmortem(),
        r.resolution(),
        r.retention());
  }
}
