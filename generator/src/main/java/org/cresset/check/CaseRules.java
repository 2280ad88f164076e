package org.cresset.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.cresset.document.Document;
import org.cresset.document.Node;
import org.cresset.document.Places;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Details;
import org.cresset.model.Status;
import org.cresset.model.TriageTarget;
import org.cresset.problem.Code;

/**
 * Whether the parts of a case fit together: its chronology, its handovers, its costs (K2, K3, K7).
 */
final class CaseRules {
  /** Where no priority sets a target, a week without a word is worth a question. */
  private static final Duration LONG = Duration.ofDays(7);

  private final Findings findings;
  private final SortedMap<Integer, TriageTarget> targets;

  CaseRules(Findings findings, SortedMap<Integer, TriageTarget> targets) {
    this.findings = findings;
    this.targets = targets;
  }

  void check(Document d, Details.Report r) {
    if (d.status() == Status.DRAFT) {
      return;
    }
    if (d.status() != Status.ON_HOLD) {
      gaps(d, r);
    }
    handovers(d, r.chronology());
    currencies(d, r);
  }

  /**
   * Until the damage is contained, something is written at least as often as the priority promises
   * updates. One update may be late; the longest silence is named.
   */
  private void gaps(Document d, Details.Report r) {
    Optional<TriageTarget> target = r.triage().priority().map(targets::get);
    Duration most = target.map(t -> t.update().multipliedBy(2)).orElse(LONG);
    Instant until = r.times().contained().or(() -> r.times().closed()).orElse(Instant.MAX);
    Instant from = r.times().logged().orElse(Instant.MIN);
    List<ChronologyEntry> entries =
        r.chronology().stream()
            .filter(e -> !e.at().isBefore(from) && !e.at().equals(Instant.EPOCH))
            .toList();
    Duration longest = most;
    Optional<ChronologyEntry> after = Optional.empty();
    for (int i = 1; i < entries.size(); i++) {
      Instant at = entries.get(i).at();
      Duration gap = Duration.between(entries.get(i - 1).at(), at.isBefore(until) ? at : until);
      if (gap.compareTo(longest) > 0) {
        longest = gap;
        after = Optional.of(entries.get(i));
      }
    }
    if (after.isPresent()) {
      findings.forTheTeam(
          d,
          Code.REPORT_GAP,
          Places.of(d, after.get()),
          "nothing for " + words(longest) + " before this entry, in a case not yet contained",
          target
              .map(t -> "an entry every " + words(t.update()) + ", as its priority promises")
              .orElse("an entry at least every week"),
          "write what was done or waited for, or say when it was contained");
    }
  }

  private static String words(Duration time) {
    return time.toDays() > 1 ? time.toDays() + " days" : time.toHours() + " hours";
  }

  /** Each handover begins with whoever took the case last; the last is the controller. */
  private void handovers(Document d, List<ChronologyEntry> chronology) {
    for (ChronologyEntry entry : chronology) {
      if (Handover.isOne(entry) && Handover.of(entry).isEmpty()) {
        findings.forTheTeam(
            d,
            Code.REPORT_HANDOVER,
            Places.of(d, entry),
            "a handover that does not say from whom to whom",
            "handover FROM -> TO",
            "write for example: - " + entry.at() + " handover dm -> kt; the controller stays else");
      }
    }
    List<ChronologyEntry> entries =
        chronology.stream().filter(e -> Handover.of(e).isPresent()).toList();
    List<Handover> handovers = entries.stream().flatMap(e -> Handover.of(e).stream()).toList();
    for (int i = 1; i < handovers.size(); i++) {
      String from = handovers.get(i).from();
      String had = handovers.get(i - 1).to();
      if (!from.equals(had)) {
        findings.forTheTeam(
            d,
            Code.REPORT_HANDOVER,
            Places.of(d, entries.get(i)),
            "a handover from '" + from + "', but '" + had + "' had it",
            "a handover from '" + had + "'",
            "correct the name, or add the handover between");
      }
    }
    if (!handovers.isEmpty()) {
      controller(d, handovers.getFirst().from(), handovers.getLast().to());
    }
  }

  private void controller(Document d, String first, String last) {
    boolean other =
        d.front().entries().get("controller") instanceof Node.Entry e
            && e.value() instanceof Node.Scalar value
            && !value.text().isBlank()
            && !Set.of(first, last).contains(Handover.folded(value.text()));
    if (other) {
      findings.forTheTeam(
          d,
          Code.REPORT_HANDOVER,
          d.at("controller"),
          "a controller whom no handover names first or last",
          "'" + last + "', who took the case last",
          "write who holds it now, or add the handover");
    }
  }

  /** {@code dm -> kt}. */
  private record Handover(String from, String to) {
    static Optional<Handover> of(ChronologyEntry entry) {
      String event = entry.event().markdown().replace("→", "->");
      int arrow = event.lastIndexOf("->");
      return isOne(entry) && arrow >= 0
          ? Optional.of(
              new Handover(folded(event.substring(0, arrow)), folded(event.substring(arrow + 2))))
          : Optional.empty();
    }

    static boolean isOne(ChronologyEntry entry) {
      return entry.kind().equals(Optional.of("handover"));
    }

    static String folded(String name) {
      return name.strip().toLowerCase(Locale.ROOT);
    }
  }

  private void currencies(Document d, Details.Report r) {
    List<String> currencies =
        r.costs().stream().flatMap(c -> c.currency().stream()).distinct().sorted().toList();
    if (currencies.size() > 1) {
      findings.forTheTeam(
          d,
          Code.REPORT_CURRENCIES,
          d.at("costs"),
          "costs in " + String.join(" and ", currencies),
          "one currency, so that there is a total",
          "convert them, and say at which rate in a note");
    }
  }
}
