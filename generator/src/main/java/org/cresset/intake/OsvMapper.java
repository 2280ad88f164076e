package org.cresset.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.cresset.model.Kind;
import org.cresset.scap.Cvss;

/** A record of the Open Source Vulnerability format (OSV 1.7 and before) as an advisory. */
final class OsvMapper implements Mapper {
  private static final String CVE = "CVE-\\d{4}-\\d{4,19}";

  @Override
  public Draft map(Taking r) throws Refused {
    if (!r.has("id") || !(r.has("affected") || r.has("details") || r.has("summary"))) {
      throw new Refused("no OSV record: id and affected, details or summary are not there");
    }
    String id =
        r.text("id")
            .orElseThrow(() -> new Refused("id is empty, so that it could not be found again"));
    List<String> remarks = new ArrayList<>();
    SequencedMap<String, Object> front = new LinkedHashMap<>();
    Optional<String> details = r.text("details");
    front.put(
        "title",
        r.text("summary")
            .map(s -> Prose.title(s, 300))
            .or(() -> details.map(t -> Prose.firstSentence(t, 110)))
            .filter(t -> !t.isEmpty())
            .orElse(Prose.title(id, 100)));
    VerisMapper.put(front, "aliases", Prose.isPlain(id) ? List.of(id) : List.of());
    OsvPackages packages = new OsvPackages(remarks);
    r.objects("affected").forEach(packages::affected);
    VerisMapper.put(front, "products", packages.front());
    VerisMapper.put(front, "vulnerabilities", vulnerabilities(r, id, packages.vectors(), remarks));
    VerisMapper.put(front, "references", references(r, remarks));
    VerisMapper.put(front, "acknowledgments", credits(r));
    StringBuilder body = new StringBuilder();
    r.look("withdrawn")
        .ifPresent(w -> {
          remarks.add("withdrawn at its origin on " + Prose.title(w, 30));
          body.append("!!! warning \"Withdrawn at its origin\"\n\n    ")
              .append(Prose.line(w))
              .append("\n\n");
        });
    body.append("## Description\n\n")
        .append(details.map(Foreign::markdown).orElse("The record has no details."));
    String origin = id.contains("-") ? id.substring(0, id.indexOf('-')) : id;
    return new Draft(
        Kind.ADVISORY,
        new Draft.Origin("OSV record of " + origin, "osv", ""),
        id,
        front,
        body.toString(),
        r.kept(),
        remarks);
  }

  private static List<Object> vulnerabilities(
      Taking r, String id, List<String> more, List<String> remarks) {
    List<String> vectors = new ArrayList<>();
    for (Taking severity : r.objects("severity")) {
      Optional<String> vector = severity.text("score", s -> Cvss.of(s).isPresent());
      vector.ifPresentOrElse(
          v -> {
            severity.drop("type", "the vector says it");
            vectors.add(v);
          },
          () ->
              severity
                  .look("score")
                  .ifPresent(s ->
                      remarks.add(
                          "severity '" + Prose.title(s, 60) + "' is no CVSS vector; kept")));
    }
    more.stream().filter(v -> !vectors.contains(v)).forEach(vectors::add);
    List<String> names = new ArrayList<>(List.of(id));
    names.addAll(r.texts("aliases", Prose::isPlain));
    List<String> cves = names.stream().filter(n -> n.matches(CVE)).toList();
    List<String> others = names.stream().filter(n -> !n.matches(CVE)).toList();
    List<Object> result = new ArrayList<>();
    for (String cve : cves.isEmpty() ? List.of("") : cves) {
      Map<String, Object> flaw = new LinkedHashMap<>();
      if (!cve.isEmpty()) {
        flaw.put("cve", cve);
      }
      VerisMapper.put(flaw, "ids", others);
      VerisMapper.put(flaw, "cvss", vectors);
      result.add(flaw);
    }
    return result;
  }

  private static List<Map<String, Object>> references(Taking r, List<String> remarks) {
    List<Map<String, Object>> result = new ArrayList<>();
    for (Taking reference : r.objects("references")) {
      Optional<String> url =
          reference.text("url", u -> u.matches("(https?|ftp)://[^\\s<>\"]+") && Prose.isPlain(u));
      reference
          .look("url")
          .ifPresent(
              u -> remarks.add("the reference '" + Prose.title(u, 60) + "' is no address; kept"));
      if (url.isPresent()) {
        Map<String, Object> entry = new LinkedHashMap<>();
        reference.text("type").ifPresent(t -> entry.put("summary", Prose.title(t, 40)));
        entry.put("url", url.get());
        result.add(entry);
      }
    }
    return result.stream().distinct().toList();
  }

  private static List<Map<String, Object>> credits(Taking r) {
    List<Map<String, Object>> result = new ArrayList<>();
    for (Taking credit : r.objects("credits")) {
      Map<String, Object> entry = new LinkedHashMap<>();
      credit.text("name").ifPresent(n -> entry.put("names", List.of(Prose.title(n, 200))));
      credit.text("type").ifPresent(t -> entry.put("summary", Prose.title(t, 100)));
      VerisMapper.put(
          entry,
          "urls",
          credit.texts("contact", u -> u.matches("https?://[^\\s<>\"]+") && Prose.isPlain(u)));
      if (!entry.isEmpty()) {
        result.add(entry);
      }
    }
    return result;
  }
}
