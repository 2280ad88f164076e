package org.cresset.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Details;
import org.cresset.model.Hypothesis;
import org.cresset.model.Intake;
import org.cresset.model.Observable;
import org.cresset.model.Severity;
import org.cresset.model.Triage;
import org.cresset.problem.Code;

/** Reads what only follow-up reports have. */
final class ReportReader {
  private ReportReader() {}

  static Details.Report read(Fields f, Fenced body) {
    List<ChronologyEntry> chronology = new ArrayList<>(f.list("chronology", ReportReader::entry));
    chronology.addAll(BodyChronology.read(f.text(), body));
    chronology.sort(Comparator.comparing(ChronologyEntry::at));
    return new Details.Report(
        severity(f),
        controller(f, chronology),
        triage(f),
        times(f, chronology),
        f.choice("outcome", Vocabulary.OUTCOME.toArray(String[]::new)),
        f.fields("intake").map(ReportReader::intake),
        f.words("sites"),
        f.words("locations", Form.LOCATION),
        f.words("methods"),
        f.words("software"),
        f.words("advisories"),
        f.words("related"),
        f.word("part_of"),
        f.list("observables", ReportReader::observable),
        List.copyOf(chronology),
        f.list("hypotheses", ReportReader::hypothesis),
        f.list("evidence", DossierReader::evidence),
        f.list("costs", DossierReader::cost),
        f.list("actions", DossierReader::action),
        f.list("contacts", DossierReader::contact),
        f.list("permissions", DossierReader::permission),
        f.fields("postmortem").map(DossierReader::postmortem),
        Vocabulary.markdown(f.word("resolution")),
        new Details.Retention(f.date("retain_until"), f.word("legal_hold")));
  }

  private static Optional<Severity> severity(Fields f) {
    if (!f.says("severity")) {
      f.missing("severity", "how bad it is: none, low, medium, high or critical");
    }
    return f.choice("severity", Vocabulary.SEVERITY);
  }

  /** Who holds the case: after handovers the one who took it last. */
  private static String controller(Fields f, List<ChronologyEntry> chronology) {
    String written = f.need("controller", "who holds the case: a role or initials");
    return chronology.reversed().stream()
        .filter(e -> e.kind().equals(Optional.of("handover")))
        .map(e -> e.event().markdown())
        .filter(e -> e.contains("->"))
        .map(e -> e.substring(e.lastIndexOf("->") + 2).strip())
        .findFirst()
        .orElse(written);
  }

  private static Triage triage(Fields f) {
    Optional<Integer> priority = f.word("priority", Form.PRIORITY).map(Integer::valueOf);
    Optional<Fields> triage = f.fields("triage");
    if (triage.isEmpty()) {
      return new Triage("incident", priority, List.of());
    }
    Fields t = triage.get();
    Triage result =
        new Triage(
            t.choice("category", "incident", "vulnerability_report", "information_request", "other")
                .orElse("incident"),
            t.word("priority", Form.PRIORITY).map(Integer::valueOf).or(() -> priority),
            t.words("factors"));
    t.finish();
    if (priority.isPresent() && !result.priority().equals(priority)) {
      f.text()
          .wrong(
              Code.VALUE_INVALID,
              f.at("priority"),
              "priority " + priority.get() + ", but another one in triage",
              "the same, or one of the two",
              "remove one: priority is short for triage.priority");
    }
    return result;
  }

  private static Details.Times times(Fields f, List<ChronologyEntry> chronology) {
    return new Details.Times(
        f.time("logged").or(() -> chronology.stream().findFirst().map(ChronologyEntry::at)),
        f.time("occurred"),
        f.time("detected"),
        f.time("contained"),
        f.time("closed"),
        f.date("refer_again"),
        f.time("next_update"));
  }

  private static Intake intake(Fields f) {
    SortedMap<String, String> answers = new TreeMap<>();
    for (String key :
        List.of(
            "channel",
            "discovered_by",
            "in_progress",
            "systems_affected",
            "action_taken",
            "sites_contacted",
            "requested")) {
      String answer = String.join(", ", f.words(key));
      if (!answer.isEmpty()) {
        answers.put(key, answer);
      }
    }
    f.finish();
    return new Intake(answers);
  }

  private static Observable observable(Fields f) {
    String type = f.choice("type", Vocabulary.OBSERVABLE.toArray(String[]::new)).orElse("other");
    String value = f.need("value", "what was seen");
    if (!value.isEmpty()) {
      f.word("value", Form.observable(type));
    }
    return new Observable(type, value, f.word("note"), f.choice("basis", Vocabulary.BASIS));
  }

  private static ChronologyEntry entry(Fields f) {
    Optional<Instant> at = f.time("at");
    if (at.isEmpty() && !f.says("at")) {
      f.missing("at", "the time of the event");
    }
    return new ChronologyEntry(
        at.orElse(Instant.EPOCH),
        Vocabulary.markdown(Optional.of(f.need("event", "what happened"))),
        f.choice("basis", Vocabulary.BASIS),
        f.said("source"),
        f.choice("kind", Vocabulary.ENTRY_KIND),
        f.flag("verified", false),
        false);
  }

  private static Hypothesis hypothesis(Fields f) {
    return new Hypothesis(
        f.need("statement", "what is supposed"),
        f.list(
            "tests",
            t ->
                new Hypothesis.Test(
                    t.time("at"), t.need("test", "how it was tried"), t.word("result"))),
        f.choice("outcome", "untested", "standing", "refuted").orElse("untested"));
  }
}
