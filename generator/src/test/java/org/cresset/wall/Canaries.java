package org.cresset.wall;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A collection with a random word in every place that the public may not see. */
final class Canaries {
  private static final Pattern PLACE = Pattern.compile("C\\(([a-z0-9 _-]+)\\)");

  private final Random random = new Random(20_261_122);
  private final SortedMap<String, String> words = new TreeMap<>();
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  Canaries() {
    file(
        "cresset.yaml",
        """
        team: {name: Example CSIRT, email: csirt@example.org}
        site: {url: https://csirt.example.org/}
        editions:
          public: {readers: anyone}
          staff: {readers: team}
          constituents: {readers: each constituent, sealed: true}
        """);
    file(
        "constituents/kelpie.yaml",
        """
        name: Kelpie Valley
        verified_on: 2026-09-01
        delivery: {form: plain, agreed_by: Head of the team, agreed_on: 2026-09-01}
        contacts:
          - {name: Duty officer, email: duty@kelpie.example.org}
          - {name: Head of operations, email: operations@kelpie.example.org}
        """);
    file(
        "pages/measures.md",
        "---\ntitle: Measures\nclassification: private\nonly: [kelpie]\n---\nFor you alone.\n");
    file("pages/about.md", "---\ntitle: About\nclassification: public\n---\nWe answer.\n");
    for (String level : new String[] {"private", "sensitive", "draft", "embargoed"}) {
      levels(level);
    }
    passages();
  }

  private static String marking(String level, String status) {
    return switch (level) {
      case "draft" -> "classification: public\nstatus: draft";
      case "embargoed" ->
          "classification: public\nstatus: " + status + "\nembargo_until: 2027-02-01T00:00Z";
      default -> "classification: " + level + "\nonly: []\nstatus: " + status;
    };
  }

  /** One document of each kind, a word in each field. */
  private void levels(String level) {
    document(
        level,
        "advisories",
        "final",
        """
        action: C(action)
        severity: high
        severity_reason: C(severity reason)
        exploitation: active
        references: [{summary: C(reference), url: https://example.org/C(reference url)}]
        products: [{vendor: C(vendor), product_name: C(product), affected: ">=4.0", fixed: none}]
        vulnerabilities: [{title: C(vulnerability), ids: [C(vulnerability id)]}]
        solutions: [{workaround: C(workaround), impact: C(impact)}]
        acknowledgments: [{names: [C(acknowledged)], organization: C(organization)}]
        coordination: [{vendor: C(coordinated), statement: C(statement)}]
        """);
    document(
        level,
        "reports",
        "open",
        """
        severity: high
        controller: C(controller)
        outcome: unknown
        software: [C(software)]
        observables: [{type: domain, value: C(observable).example.org, note: C(observable note)}]
        chronology: [{at: 2026-10-02T00:00Z, basis: hearsay, source: C(source), event: C(event)}]
        hypotheses: [{statement: C(hypothesis), outcome: standing}]
        evidence: [{item: C(evidence), held_at: safe}]
        costs: [{part: staff, amount: 4, currency: AUD, note: C(cost note)}]
        actions: [{who: C(who), delivers: C(delivers), by: 2026-12-01}]
        contacts: [{name: C(contact), role: head, organization: C(contact organization)}]
        intake: {channel: phone, discovered_by: C(discovered)}
        resolution: C(resolution)
        """);
    document(level, "notices", "published", "type: update\nof: reports-private\n");
    document(
        level,
        "policies",
        "approved",
        """
        approved_by: C(approver)
        approved_on: 2026-09-01
        effective_from: 2026-09-02
        review_on: 2027-09-01
        """);
    document(level, "glossary", "published", "abbreviation: C(abbreviation)\nalso: [C(also)]\n");
    document(level, "pages", "published", "summary: C(summary)\n");
  }

  private void document(String level, String folder, String status, String keys) {
    String title = folder.equals("glossary") ? "term" : "title";
    file(
        folder + "/" + folder + "-" + level + ".md",
        "---\n"
            + (title + ": C(title)\n" + keys).replaceAll("C\\(", "C(" + folder + " " + level + " ")
            + "keywords: [C("
            + folder
            + " "
            + level
            + " keyword)]\n"
            + marking(level, status)
            + "\n---\nC("
            + folder
            + " "
            + level
            + " body)\n\n## C("
            + folder
            + " "
            + level
            + " heading)\n");
  }

  /** Public documents that hold narrower things. */
  private void passages() {
    file(
        "advisories/open/index.md",
        """
        ---
        title: Gateway
        classification: public
        status: final
        action: Block it.
        severity: low
        exploitation: none_known
        products: [{product_name: Gateway, affected: "*", fixed: none}]
        coordination: [{vendor: C(key coordinated), statement: C(key statement)}]
        attachments: [{file: list.txt, classification: private, only: [], title: C(attachment title)}]
        solutions:
          - category: workaround
            impact: Mail stops.
            details: |
              Do this.
              ::: private
              C(value passage)
              :::
        ---
        Text.

        ::: sensitive
        C(passage) and [this](hidden.txt).
        :::

        ```
        ::: private
        C(passage in code)
        :::
        ```
        """);
    file("advisories/open/list.txt", "C(attachment)\n");
    file("advisories/open/hidden.txt", "C(linked attachment)\n");
    file(
        "reports/open.md",
        """
        ---
        title: Probe
        classification: public
        status: open
        severity: low
        controller: C(key controller)
        costs: [{part: staff, amount: 4, currency: AUD, note: C(key cost)}]
        contacts: [{name: C(key contact), role: head}]
        intake: {channel: C(key channel)}
        evidence: [{item: C(key evidence), held_at: safe}]
        legal_hold: C(key hold)
        ---
        ## Chronology
        - 2026-10-02T00:00Z observation: a probe
        ::: private
        - 2026-10-02T01:00Z observation: C(fenced entry)
        :::
        """);
    file(
        "advisories/_index.md",
        "---\ntitle: C(intro title)\nclassification: private\nonly: []\n---\nC(intro)\n");
  }

  private void file(String path, String text) {
    Matcher m = PLACE.matcher(text);
    String filled = m.replaceAll(place -> words.computeIfAbsent(place.group(1), p -> word()));
    files.put("content/" + path, filled.getBytes(StandardCharsets.UTF_8));
  }

  private String word() {
    StringBuilder word = new StringBuilder("zq");
    for (int i = 0; i < 8; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  /** The words by what they stand in. */
  Map<String, String> words() {
    return words;
  }

  SortedMap<String, byte[]> files() {
    return files;
  }
}
