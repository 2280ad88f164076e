package org.cresset.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.cresset.scap.Cvss;
import org.cresset.scap.Cwe;

/** Reads {@code vulnerabilities} (CSAF 2.0, section 3.2.3) with their solutions. */
final class CsafFlaws {
  private static final String SAID = "the vector says it";
  private static final List<String> CATEGORIES =
      List.of("vendor_fix", "workaround", "mitigation", "none_available", "no_fix_planned");

  private final CsafTree tree;
  private final CsafUse use = new CsafUse();
  private final List<String> remarks;
  private final List<Map<String, Object>> flaws = new ArrayList<>();
  private final SequencedMap<String, Map<String, Object>> solutions = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();
  private boolean scored;

  CsafFlaws(CsafTree tree, List<String> remarks) {
    this.tree = tree;
    this.remarks = remarks;
  }

  void read(Taking document) {
    for (Taking v : document.objects("vulnerabilities")) {
      vulnerability(v, flaws.size());
    }
    if (use.isNarrower()) {
      remarks.add(
          "a solution is given for some vulnerabilities of its products; here it stands for all of them");
    }
  }

  CsafUse use() {
    return use;
  }

  boolean scored() {
    return scored;
  }

  /** What its notes and threats say, as sections. */
  String body() {
    return body.toString();
  }

  private void vulnerability(Taking v, int number) {
    Map<String, Object> flaw = new LinkedHashMap<>();
    Optional<String> cve = v.text("cve", c -> c.matches("CVE-\\d{4}-\\d{4,19}"));
    cve.ifPresent(c -> flaw.put("cve", c));
    List<String> ids = new ArrayList<>();
    for (Taking id : v.objects("ids")) {
      String system = id.text("system_name").map(s -> s + ": ").orElse("");
      id.text("text").ifPresent(t -> ids.add(Prose.title(system + t, 200)));
    }
    VerisMapper.put(flaw, "ids", ids);
    Optional<String> title = v.text("title").map(t -> Prose.title(t, 300));
    title.ifPresent(t -> flaw.put("title", t));
    Taking cwe = v.object("cwe");
    cwe.text("id", c -> Cwe.name(c).isPresent())
        .ifPresent(c -> {
          flaw.put("cwe", c);
          cwe.drop("name", "the CWE list names it");
        });
    statuses(v, number);
    VerisMapper.put(flaw, "cvss", scores(v));
    for (Taking flag : v.objects("flags")) {
      String label = flag.text("label").orElse("");
      tree.named(flag, "product_ids").forEach(p -> use.flag(p, label));
    }
    for (Taking remediation : v.objects("remediations")) {
      remediation(remediation, number);
    }
    section(v, cve.or(() -> title).orElse("Vulnerability " + (number + 1)), title);
    flaws.add(flaw);
  }

  private void statuses(Taking v, int number) {
    Taking status = v.object("product_status");
    CsafUse.STATUS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e -> tree.named(status, e.getKey()).forEach(p -> use.status(p, e.getValue(), number)));
  }

  private List<String> scores(Taking v) {
    List<String> vectors = new ArrayList<>();
    List<Taking> scores = v.objects("scores");
    for (Taking score : scores) {
      for (String version : List.of("cvss_v4", "cvss_v3", "cvss_v2")) {
        Taking cvss = score.object(version);
        Optional<String> vector = cvss.text("vectorString", c -> Cvss.of(c).isPresent());
        vector.ifPresent(c -> score(cvss, c, vectors));
        cvss.look("vectorString")
            .ifPresent(c -> remarks.add("'" + Prose.title(c, 60) + "' is no CVSS vector; kept"));
      }
      if (scores.size() == 1) {
        score.drop("products", "a score is for all products of its vulnerability");
      } else {
        remarks.add(
            "several scores for different products of one vulnerability; which is for which is kept");
      }
    }
    scored |= !vectors.isEmpty();
    return vectors;
  }

  private void score(Taking cvss, String vector, List<String> vectors) {
    if (!vectors.contains(vector)) {
      vectors.add(vector);
    }
    double counted = Cvss.of(vector).orElseThrow().baseScore();
    boolean same =
        cvss.look("baseScore")
            .map(s -> s.matches("[0-9.]{1,4}") && Double.parseDouble(s) == counted)
            .orElse(true);
    if (!same) {
      remarks.add(
          "baseScore is "
              + cvss.look("baseScore").orElse("")
              + ", but its vector gives "
              + counted
              + "; the vector counts, the rest is kept");
      return;
    }
    cvss.keys().forEach(k -> cvss.drop(k, SAID));
  }

  private void remediation(Taking r, int vulnerability) {
    Optional<String> category = r.text("category", CATEGORIES::contains);
    String details = r.text("details").map(Prose::paragraphs).orElse("");
    Optional<String> url =
        r.text("url", u -> u.matches("(https?|ftp)://[^\\s<>\"]+") && Prose.isPlain(u));
    Taking restart = r.object("restart_required");
    String impact =
        restart
            .text("category")
            .map(c -> "Restart required: " + c.replace('_', ' ') + ".")
            .orElse("");
    String more = restart.text("details").map(Prose::line).orElse("");
    r.look("category")
        .ifPresent(c ->
            remarks.add(
                "the solution category '"
                    + Prose.title(c, 40)
                    + "' is none of CSAF 2.0; kept, and taken as a mitigation"));
    Map<String, Object> solution = new LinkedHashMap<>();
    solution.put("category", category.orElse("mitigation"));
    solution.put("details", details);
    VerisMapper.put(solution, "impact", (impact + " " + more).strip());
    url.ifPresent(u -> solution.put("url", u));
    String key = solution.toString();
    solutions.putIfAbsent(key, solution);
    int number = List.copyOf(solutions.keySet()).indexOf(key);
    boolean forAll = !r.has("product_ids") && !r.has("group_ids");
    List<String> products =
        forAll ? List.copyOf(tree.products().keySet()) : tree.named(r, "product_ids");
    products.forEach(p -> use.solution(p, number, vulnerability));
  }

  private void section(Taking v, String name, Optional<String> title) {
    StringBuilder text = new StringBuilder();
    CsafNotes.into(text, v, 3);
    for (Taking threat : v.objects("threats")) {
      String category = threat.text("category").orElse("threat").replace('_', ' ');
      threat
          .text("details")
          .ifPresent(d ->
              text.append("### ")
                  .append(heading(category))
                  .append("\n\n")
                  .append(Prose.paragraphs(d))
                  .append("\n\n"));
    }
    if (!text.isEmpty()) {
      String more = title.filter(t -> !t.equals(name)).map(t -> ": " + t).orElse("");
      body.append("## ").append(Prose.line(name + more)).append("\n\n").append(text);
    }
  }

  static String heading(String word) {
    return Prose.line(Character.toUpperCase(word.charAt(0)) + word.substring(1));
  }

  /** The vulnerabilities and solutions, once it is known which entries of products they concern. */
  void into(Map<String, Object> front, CsafProducts products) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < flaws.size(); i++) {
      Map<String, Object> flaw = flaws.get(i);
      VerisMapper.put(flaw, "products", products.ofVulnerability(i));
      list.add(flaw.size() == 1 && flaw.containsKey("cve") ? flaw.get("cve") : flaw);
    }
    VerisMapper.put(
        front,
        "vulnerabilities",
        list.stream().filter(f -> !(f instanceof Map<?, ?> m && m.isEmpty())).toList());
    int number = 0;
    for (Map<String, Object> solution : solutions.values()) {
      VerisMapper.put(solution, "products", products.ofSolution(number++));
    }
    VerisMapper.put(front, "solutions", List.copyOf(solutions.values()));
  }
}
