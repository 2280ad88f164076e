package org.cresset.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cresset.document.Document;
import org.cresset.document.Fences;
import org.cresset.document.Library;
import org.cresset.document.Places;
import org.cresset.model.Action;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Details;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/** What a follow-up report must hold, above all before it is closed (K1 to K8). */
final class ReportRules {
  private static final Pattern UNNAMED = Pattern.compile("!!! hearsay\\s*(\"\\s*\"\\s*)?");
  private static final List<String> QUESTIONS =
      List.of(
          "What happened, and when",
          "How staff and management performed",
          "What was needed sooner",
          "What hindered recovery",
          "What to do differently",
          "Corrective actions",
          "Tools and resources needed",
          "Underlying causes");

  private final Findings findings;
  private final Library library;
  private final List<String> methods;

  ReportRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
    this.methods = library.configuration().methods();
  }

  void check(Document d, Details.Report r) {
    if (r.chronology().isEmpty()) {
      findings.missing(
          d,
          Code.REPORT_NO_CHRONOLOGY,
          d.at("title"),
          "no chronology",
          "at least one entry, in the front matter or under ## Chronology",
          "run: cresset log " + d.id().id() + " \"what happened\"");
    }
    times(d, r.times());
    for (int i = 0; i < r.methods().size(); i++) {
      if (!methods.isEmpty() && !methods.contains(r.methods().get(i))) {
        findings.wrong(
            d,
            Code.METHOD_UNKNOWN,
            d.at("methods[" + i + "]"),
            "the method '" + r.methods().get(i) + "'",
            "one of " + String.join(", ", methods),
            "correct it, or add it to vocabulary.methods in cresset.yaml");
      }
    }
    for (ChronologyEntry entry : r.chronology()) {
      if (entry.basis().equals(Optional.of("hearsay")) && entry.source().isEmpty()) {
        findings.missing(
            d,
            Code.HEARSAY_SOURCE,
            Places.of(d, entry),
            "hearsay at " + entry.at() + " without its source",
            "who said it",
            "write: hearsay (site administrator): …, or source: …");
      }
    }
    hearsay(d);
    for (int i = 0; i < r.sites().size(); i++) {
      registered(d, "sites[" + i + "]", r.sites().get(i));
    }
    for (int i = 0; i < r.permissions().size(); i++) {
      registered(d, "permissions[" + i + "].constituent", r.permissions().get(i).constituent());
    }
    if (d.status() == Status.CLOSED) {
      closed(d, r);
    }
  }

  /** A passage marked as hearsay names who said it, as its title. */
  private void hearsay(Document d) {
    List<String> lines = d.body().markdown().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("!!! hearsay") && UNNAMED.matcher(lines.get(i)).matches()) {
        findings.missing(
            d,
            Code.HEARSAY_SOURCE,
            new Span(d.shown(), d.body().firstLine() + i, 1, lines.get(i).length()),
            "a passage of hearsay without its source",
            "who said it",
            "write: !!! hearsay \"site administrator\"");
      }
    }
  }

  private void registered(Document d, String key, String id) {
    if (!id.isEmpty() && !library.register().organisations().containsKey(id)) {
      findings.wrong(
          d,
          Code.REFERENCE_DANGLING,
          d.at(key),
          key.replaceAll("\\[.*", "") + " names '" + id + "', whom the register does not have",
          "the id of an organisation under constituents/",
          "add constituents/" + id + ".yaml, or correct the name");
    }
  }

  private void times(Document d, Details.Times t) {
    Instant before = Instant.MIN;
    String name = "";
    Map<String, Optional<Instant>> order = new LinkedHashMap<>();
    order.put("occurred", t.occurred());
    order.put("detected", t.detected());
    order.put("contained", t.contained());
    order.put("closed", t.closed());
    for (Map.Entry<String, Optional<Instant>> e : order.entrySet()) {
      if (e.getValue().isPresent()) {
        if (e.getValue().get().isBefore(before)) {
          outOfOrder(d, e.getKey(), name);
        }
        before = e.getValue().get();
        name = e.getKey();
      }
    }
    if (t.logged().isPresent()
        && t.closed().isPresent()
        && t.closed().get().isBefore(t.logged().get())) {
      outOfOrder(d, "closed", "logged");
    }
  }

  private void outOfOrder(Document d, String key, String earlier) {
    findings.wrong(
        d,
        Code.REPORT_TIMES,
        d.at(key),
        "'" + key + "' before '" + earlier + "'",
        "occurred, detected, contained, closed in this order",
        "correct the one that is wrong; mind the zones");
  }

  private void closed(Document d, Details.Report r) {
    if (r.times().closed().isEmpty()) {
      findings.missing(
          d,
          Code.REPORT_NOT_CLOSED,
          d.at("status"),
          "a closed report without the time",
          "closed: a time",
          "add: closed: 2026-10-09T16:00Z");
    }
    if (Fences.outside(r.resolution().markdown()).isBlank()) {
      findings.missing(
          d,
          Code.REPORT_NOT_CLOSED,
          d.at("status"),
          "a closed report without its resolution",
          "how it was resolved",
          "add: resolution: \"…\"");
    }
    for (ChronologyEntry entry : r.chronology()) {
      if (entry.basis().isEmpty() && entry.kind().isEmpty()) {
        findings.wrong(
            d,
            Code.REPORT_UNMARKED,
            Places.of(d, entry),
            "an entry of a closed report that does not say what it rests on",
            "observation, assumption, hearsay or hypothesis, or a kind",
            "write the word after the time, such as: " + entry.at() + " observation: …");
      }
    }
    for (int i = 0; i < r.actions().size(); i++) {
      settled(d, "actions[" + i + "]", r.actions().get(i));
    }
    for (int i = 0; i < r.hypotheses().size(); i++) {
      if (r.hypotheses().get(i).outcome().equals("untested")) {
        findings.wrong(
            d,
            Code.REPORT_UNTESTED,
            d.at("hypotheses[" + i + "]"),
            "an untested hypothesis in a closed report",
            "standing or refuted, with its tests",
            "say how it was tested, or keep the case open");
      }
    }
    questions(d);
  }

  private void settled(Document d, String key, Action action) {
    Map<String, Optional<String>> rest = new LinkedHashMap<>();
    rest.put("to", action.to());
    rest.put("form", action.form());
    rest.put("done", action.done());
    rest.forEach((name, value) -> {
      if (value.isEmpty()) {
        findings.missing(
            d,
            Code.REPORT_NOT_CLOSED,
            d.at(key),
            "an action of a closed report without '" + name + "'",
            "to whom, in which form, and when it was done",
            "add: " + name + ": …, or keep the case open until it is done");
      }
    });
  }

  private void questions(Document d) {
    Set<String> headings = new HashSet<>();
    Fences.outside(d.body().markdown())
        .lines()
        .filter(l -> l.startsWith("## "))
        .forEach(l -> headings.add(fold(l.substring(3))));
    List<String> missing =
        QUESTIONS.stream().filter(question -> !headings.contains(fold(question))).toList();
    if (!missing.isEmpty()) {
      findings.missing(
          d,
          Code.REPORT_QUESTION_MISSING,
          Span.at(d.shown(), d.body().firstLine(), 1),
          "no section '" + String.join("', '", missing) + "'",
          "the seven questions and the underlying causes, each answered",
          "add: ## " + missing.getFirst());
    }
  }

  /** Its words alone, in lower case. */
  static String fold(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
  }
}
