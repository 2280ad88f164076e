package org.cresset.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.cresset.edition.VersionText;
import org.cresset.model.Details;
import org.cresset.model.Exploitation;
import org.cresset.model.Knowledge;
import org.cresset.model.Product;
import org.cresset.model.Severity;
import org.cresset.model.Vulnerability;
import org.cresset.page.view.DocView.Fact;

/** The values in the front matter that matter to readers, and how they changed. */
final class FactChanges {
  private FactChanges() {}

  /** Those that are not the same in both versions, with their values in words. */
  static List<Fact> between(VersionText before, VersionText after) {
    SequencedMap<String, String> old = facts(before.details());
    SequencedMap<String, String> now = facts(after.details());
    SequencedMap<String, String> all = new LinkedHashMap<>(now);
    old.forEach(all::putIfAbsent);
    List<Fact> changed = new ArrayList<>();
    for (String name : all.sequencedKeySet()) {
      String a = old.getOrDefault(name, "");
      String b = now.getOrDefault(name, "");
      if (!a.equals(b)) {
        changed.add(new Fact(name, a, b));
      }
    }
    return changed;
  }

  private static SequencedMap<String, String> facts(Details details) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    switch (details) {
      case Details.Advisory a -> advisory(facts, a);
      case Details.Policy p ->
          p.effectiveFrom().ifPresent(d -> facts.put("In force from", Words.date(d).shown()));
      case Details.Report r -> {}
      case Details.Notice n -> {}
      case Details.Term t -> {}
      case Details.Page p -> {}
    }
    return facts;
  }

  private static void advisory(Map<String, String> facts, Details.Advisory a) {
    put(facts, "Severity", a.severity().map(Severity::token).orElse(""));
    put(facts, "Exploitation", a.exploitation().map(Exploitation::words).orElse(""));
    put(facts, "Known", a.knowledge().map(Knowledge::words).orElse(""));
    a.products().forEach(p -> product(facts, p));
    Map<String, String> vectors = new TreeMap<>();
    a.vulnerabilities().forEach(v -> vectors.put(name(v), String.join(", ", v.cvss())));
    put(facts, "Flaws", String.join(", ", vectors.keySet()));
    vectors.forEach((flaw, cvss) -> put(facts, "CVSS of " + flaw, cvss));
  }

  private static void product(Map<String, String> facts, Product p) {
    String name = p.productName();
    put(facts, name + ", affected", Ranges.words(p.affected()));
    boolean none = p.fixed().equals(List.of("none"));
    put(facts, name + ", fixed in", none ? "no fix" : Ranges.words(p.fixed()));
    put(facts, name + ", not affected", Ranges.words(p.notAffected()));
    put(facts, name + ", under investigation", Ranges.words(p.underInvestigation()));
  }

  /** Two lines on one product, such as for two releases of it, are read together. */
  private static void put(Map<String, String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.merge(name, value, (a, b) -> a + "; " + b);
    }
  }

  private static String name(Vulnerability v) {
    return v.cve().or(() -> v.ids().stream().findFirst()).or(v::title).orElse("No CVE id");
  }
}
