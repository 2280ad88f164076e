package org.cresset.gate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cresset.document.Document;
import org.cresset.document.Fences;
import org.cresset.marking.Audience;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Details;
import org.cresset.model.MarkedText;
import org.cresset.model.Solution;
import org.cresset.model.Triage;

/**
 * The kind-specific part of a document as a reader may see it. Every record is made anew with all
 * its fields named, so that a field added later must be thought of here.
 */
final class DetailsCut {
  private final Document document;
  private final Reader reader;
  private final Consumer<String> withheld;
  private final boolean team;

  DetailsCut(Document document, Reader reader, Consumer<String> withheld) {
    this.document = document;
    this.reader = reader;
    this.withheld = withheld;
    this.team = reader.audience().isTeam();
  }

  Details details() {
    return switch (document.details()) {
      case Details.Advisory a -> advisory(a);
      case Details.Report r -> report(r);
      case Details.Notice n ->
          new Details.Notice(n.type(), forTeam(n.of()), n.approvedBy(), n.legalBasis());
      case Details.Policy p -> p;
      case Details.Term t -> t;
      case Details.Page p -> p;
    };
  }

  private Details.Advisory advisory(Details.Advisory a) {
    return new Details.Advisory(
        a.action(),
        a.category(),
        a.severity(),
        a.severityReason(),
        a.exploitation(),
        a.knowledge(),
        a.nextUpdate(),
        a.products(),
        a.vulnerabilities(),
        a.solutions().stream().map(this::solution).toList(),
        a.supersedes(),
        a.withdrawn(),
        a.acknowledgments(),
        forTeam(a.coordination()));
  }

  private Solution solution(Solution s) {
    return new Solution(
        s.category(), text(s.details()), text(s.impact()), s.tested(), s.products(), s.url());
  }

  private Details.Report report(Details.Report r) {
    return new Details.Report(
        r.severity(),
        team ? r.controller() : hidden(r.controller(), ""),
        team
            ? r.triage()
            : hidden(r.triage(), new Triage(r.triage().category(), Optional.empty(), List.of())),
        times(r.times()),
        r.outcome(),
        forTeam(r.intake()),
        sites(r.sites()),
        r.locations(),
        r.methods(),
        r.software(),
        r.advisories(),
        r.related(),
        r.partOf(),
        r.observables(),
        r.chronology().stream().filter(e -> !e.inBody()).map(this::entry).toList(),
        r.hypotheses(),
        forTeam(r.evidence()),
        forTeam(r.costs()),
        r.actions(),
        forTeam(r.contacts()),
        forTeam(r.permissions()),
        r.postmortem(),
        text(r.resolution()),
        team
            ? r.retention()
            : hidden(r.retention(), new Details.Retention(Optional.empty(), Optional.empty())));
  }

  private Details.Times times(Details.Times t) {
    return new Details.Times(
        t.logged(),
        t.occurred(),
        t.detected(),
        t.contained(),
        t.closed(),
        forTeam(t.referAgain()),
        t.nextUpdate());
  }

  private ChronologyEntry entry(ChronologyEntry e) {
    return new ChronologyEntry(
        e.at(), text(e.event()), e.basis(), e.source(), e.kind(), e.verified(), e.inBody());
  }

  /** Of the sites of a case a constituent sees itself, the public none. */
  private List<String> sites(List<String> sites) {
    return switch (reader.audience().readers()) {
      case Audience.Team t -> sites;
      case Audience.Anyone a -> hidden(sites, List.of());
      case Audience.Member m -> sites.stream().filter(m.id()::equals).toList();
    };
  }

  private MarkedText text(MarkedText whole) {
    Cut cut = Cut.of(whole.markdown(), Fences.find(whole.markdown()), document.marking(), reader);
    cut.withheld().forEach(withheld);
    return cut.text();
  }

  private <T> List<T> forTeam(List<T> values) {
    return team ? values : hidden(values, List.of());
  }

  private <T> Optional<T> forTeam(Optional<T> value) {
    return team ? value : hidden(value, Optional.empty());
  }

  private <T> T hidden(T value, T instead) {
    withheld.accept(String.valueOf(value));
    return instead;
  }
}
