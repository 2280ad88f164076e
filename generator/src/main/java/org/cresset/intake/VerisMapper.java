package org.cresset.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.cresset.model.Kind;

/**
 * An incident in the Vocabulary for Event Recording and Incident Sharing (VERIS 1.3) as a follow-up
 * report. What the record says is hearsay to us.
 */
final class VerisMapper implements Mapper {
  private static final Map<String, String> OUTCOME =
      Map.of("Confirmed", "successful", "Suspected", "unknown", "Near miss", "unsuccessful");
  private static final Map<String, String> SEVERITY =
      Map.of(
          "Insignificant", "low",
          "Distracting", "low",
          "Painful", "medium",
          "Damaging", "high",
          "Catastrophic", "critical");
  private static final List<String> TABLE =
      List.of(
          "timeline",
          "actor",
          "action",
          "asset",
          "attribute",
          "victim",
          "discovery_method",
          "discovery_notes",
          "impact",
          "targeted",
          "confidence",
          "control_failure",
          "corrective_action",
          "cost_corrective_action",
          "reference",
          "notes");

  private final Vocabulary methods;

  VerisMapper(Vocabulary methods) {
    this.methods = methods;
  }

  @Override
  public Draft map(Taking r) throws Refused {
    if (!r.has("incident_id") || !(r.has("action") || r.has("actor") || r.has("victim"))) {
      throw new Refused("no VERIS record: incident_id and action, actor or victim are not there");
    }
    String id =
        r.text("incident_id")
            .orElseThrow(
                () -> new Refused("incident_id is empty, so that it could not be found again"));
    String source = r.text("source_id").orElse("veris");
    List<String> remarks = new ArrayList<>();
    VerisFacts facts = new VerisFacts(r, remarks);
    SequencedMap<String, Object> front = new LinkedHashMap<>();
    VerisTimes times = VerisTimes.of(r.object("timeline"), remarks);
    front.put("title", title(r, facts, times));
    put(front, "aliases", Prose.isPlain(id) ? List.of(id) : List.of());
    r.object("impact")
        .look("overall_rating")
        .map(SEVERITY::get)
        .ifPresent(s -> front.put("severity", s));
    r.text("security_incident", OUTCOME::containsKey)
        .map(OUTCOME::get)
        .ifPresent(o -> front.put("outcome", o));
    r.object("plus")
        .look("created")
        .flatMap(Dates::instant)
        .ifPresent(t -> front.put("logged", Dates.text(t)));
    times.into(front);
    put(front, "locations", facts.locations());
    Vocabulary.Sorted sorted = methods.sort(facts.methods());
    put(front, "methods", sorted.known());
    TreeSet<String> keywords = new TreeSet<>(facts.keywords());
    keywords.addAll(sorted.unknown());
    put(front, "keywords", List.copyOf(keywords));
    intake(front, r, facts);
    put(front, "observables", facts.observables());
    int before = remarks.size();
    put(front, "references", facts.references());
    if (remarks.size() == before) {
      r.text("reference");
    }
    put(front, "chronology", times.chronology(source));
    put(front, "costs", facts.costs());
    if (!sorted.unknown().isEmpty()) {
      remarks.add(
          "not in vocabulary.methods, so taken as keywords: "
              + String.join(", ", sorted.unknown()));
    }
    String body = body(r, source);
    return new Draft(
        Kind.REPORT,
        new Draft.Origin("VERIS record of " + source, source, ""),
        id,
        front,
        body,
        r.kept(),
        remarks);
  }

  private static String title(Taking r, VerisFacts facts, VerisTimes times) {
    Optional<String> summary =
        r.look("summary").map(s -> Prose.firstSentence(s, 110)).filter(s -> !s.isEmpty());
    return summary.orElseGet(() -> {
      List<String> parts = new ArrayList<>(facts.methods().stream().limit(2).toList());
      facts.assets().stream().findFirst().ifPresent(parts::add);
      times.year().ifPresent(parts::add);
      return parts.isEmpty() ? "Incident" : Prose.title(String.join(", ", parts), 110);
    });
  }

  private static void intake(Map<String, Object> front, Taking r, VerisFacts facts) {
    Map<String, Object> intake = new LinkedHashMap<>();
    List<String> by = facts.discovery();
    if (!by.isEmpty()) {
      intake.put("discovered_by", String.join(", ", by));
    }
    if (!facts.assets().isEmpty()) {
      intake.put("systems_affected", facts.assets());
    }
    put(front, "intake", intake);
  }

  private static String body(Taking r, String source) {
    StringBuilder out = new StringBuilder("## What happened, and when\n\n");
    Optional<String> summary = r.text("summary");
    out.append("!!! hearsay ")
        .append('"')
        .append(Prose.title("VERIS record of " + source, 80).replace("\"", ""))
        .append("\"\n\n");
    Prose.paragraphs(summary.orElse("The record has no summary."))
        .lines()
        .forEach(l -> out.append(l.isEmpty() ? "" : "    ").append(l).append('\n'));
    Table table = new Table();
    for (String field : TABLE) {
      r.all(field).ifPresent(v -> table.add(field.replace('_', ' '), v));
    }
    return out.append("\n## What the record says\n\n")
        .append(table.markdown())
        .append('\n')
        .toString();
  }

  /** A key that has something to say. */
  static void put(Map<String, Object> front, String key, Object value) {
    boolean empty =
        switch (value) {
          case List<?> list -> list.isEmpty();
          case Map<?, ?> map -> map.isEmpty();
          default -> value.toString().isBlank();
        };
    if (!empty) {
      front.put(key, value);
    }
  }
}
