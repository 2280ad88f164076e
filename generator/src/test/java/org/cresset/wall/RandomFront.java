package org.cresset.wall;

import java.util.ArrayList;
import java.util.List;
import org.cresset.model.Kind;

/** Front matter of each kind, with the keys that only the team may see. */
final class RandomFront {
  private final Hostile random;
  private final Who who;

  RandomFront(Hostile random, Who who) {
    this.random = random;
    this.who = who;
  }

  /** The lines between the rulers, but for classification and status. */
  List<String> of(Kind kind) {
    List<String> f = new ArrayList<>();
    f.add((kind == Kind.TERM ? "term: " : "title: ") + random.title());
    if (random.chance(50)) {
      f.add("keywords: " + random.words(3));
    }
    if (random.chance(30)) {
      // Ids of others, old addresses, and names that nobody else has.
      String address = kind.folder() + "/" + random.name();
      f.add("aliases: [" + random.one(List.of(random.name(), address, random.word())) + "]");
    }
    if (random.chance(30)) {
      f.add("~disclosure_ok: [{text: " + random.word() + ", reason: accepted, by: dm}]");
    }
    switch (kind) {
      case ADVISORY -> advisory(f);
      case REPORT -> report(f);
      case NOTICE -> {
        f.add(who == Who.PUBLIC ? "type: press" : "type: update");
        f.add("approved_by: the head of the team");
        f.add("~of: h1");
        f.add("+of: h0");
      }
      case POLICY -> policy(f);
      case TERM -> f.add("also: " + random.words(2));
      case PAGE -> f.add("summary: " + random.sentence());
    }
    return f;
  }

  /** The same after a revision, with other values where readers see them. */
  List<String> revised(List<String> front, int version) {
    List<String> f = new ArrayList<>();
    for (String line : front) {
      if (line.startsWith("severity: ") && random.chance(30)) {
        f.add("severity: " + random.one(List.of("low", "high", "critical")));
      } else if (line.startsWith("action: ") && random.chance(30)) {
        f.add("action: " + random.sentence());
      } else {
        f.add(line);
      }
      if (line.startsWith("  - {number: " + (version - 1) + ",")) {
        f.add(
            "  - {number: "
                + version
                + ", date: 2026-09-"
                + (10 + version)
                + "T00:00Z, summary: "
                + random.title()
                + "}");
      }
    }
    return f;
  }

  private void advisory(List<String> f) {
    f.add("action: " + random.sentence());
    f.add("severity: " + random.one(List.of("low", "high", "critical")));
    f.add("exploitation: none_known");
    f.add("initial_release_date: 2026-09-05T00:00Z");
    f.add("revision_history:");
    f.add("  - {number: 1, date: 2026-09-05T00:00Z, summary: " + random.title() + "}");
    f.add("products: [{product_name: " + random.word() + ", affected: \"*\", fixed: none}]");
    f.add("solutions:");
    f.add("  - category: workaround");
    f.add("    impact: Mail stops.");
    f.add("    details: |");
    f.add("      " + random.sentence());
    f.add("~      ::: private");
    f.add("~      " + random.sentence());
    f.add("~      :::");
    f.add("      " + random.sentence());
    if (random.chance(50)) {
      f.add("~coordination: [{vendor: " + random.word() + ", statement: " + random.word() + "}]");
    }
    f.add(random.chance(50) ? "~supersedes: [h4]" : "supersedes: []");
  }

  private void report(List<String> f) {
    f.add("severity: " + random.one(List.of("low", "high", "critical")));
    f.add("~controller: " + random.word());
    f.add("+controller: somebody");
    f.add("observables: [{type: ipv4, value: " + random.observable() + "}]");
    f.add("~related: [h1]");
    f.add("~sites: [" + who.other() + "]");
    f.add("~costs: [{part: staff, amount: 4, currency: AUD, note: " + random.word() + "}]");
    f.add("~contacts: [{name: " + random.word() + ", role: head}]");
    f.add("~refer_again: 2026-12-24");
    f.add("~triage: {category: incident, priority: 2}");
    f.add("~intake: {channel: phone, discovered_by: " + random.word() + "}");
    f.add("~evidence: [{item: " + random.word() + ", held_at: safe}]");
    f.add("~retain_until: 2030-01-01");
    if (random.chance(70)) {
      f.add("chronology:");
      f.add("  - at: " + random.instant());
      f.add("    basis: observation");
      f.add("    event: |");
      f.add("      " + random.sentence());
      f.add("~      ::: private");
      f.add("~      " + random.sentence());
      f.add("~      :::");
    }
  }

  private void policy(List<String> f) {
    f.add("type: policy");
    f.add("approved_by: the head of the team");
    f.add("approved_on: 2026-09-01");
    f.add("effective_from: 2026-09-02");
    f.add("review_on: 2027-09-01");
    f.add("initial_release_date: 2026-09-03T00:00Z");
    f.add("revision_history:");
    f.add("  - {number: 1, date: 2026-09-03T00:00Z, summary: First issue.}");
    f.add(random.chance(50) ? "~supersedes: [h2]" : "supersedes: []");
  }
}
