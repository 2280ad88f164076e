package org.cresset.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.cresset.model.Kind;

/** A CSAF 2.0 document as an advisory. */
final class CsafMapper implements Mapper {
  private static final Set<String> CATEGORIES =
      Set.of(
          "csaf_security_advisory",
          "csaf_vex",
          "csaf_informational_advisory",
          "csaf_base",
          "csaf_security_incident_response");
  private static final Map<String, String> SEVERITY =
      Map.of(
          "none",
          "none",
          "low",
          "low",
          "medium",
          "medium",
          "moderate",
          "medium",
          "high",
          "high",
          "important",
          "high",
          "critical",
          "critical");
  private static final Map<String, String> TLP =
      Map.of(
          "WHITE",
          "CLEAR",
          "CLEAR",
          "CLEAR",
          "GREEN",
          "GREEN",
          "AMBER",
          "AMBER",
          "AMBER+STRICT",
          "AMBER+STRICT",
          "RED",
          "RED");

  @Override
  public Draft map(Taking r) throws Refused {
    Taking d = r.object("document");
    Taking tracking = d.object("tracking");
    if (!r.has("document") || !d.has("csaf_version")) {
      throw new Refused("no CSAF document: document.csaf_version is not there");
    }
    if (!d.look("csaf_version").equals(Optional.of("2.0"))) {
      throw new Refused(
          "csaf_version is '"
              + Prose.title(d.look("csaf_version").orElse(""), 20)
              + "'; version 2.0 can be taken in");
    }
    String id =
        tracking
            .text("id")
            .orElseThrow(() ->
                new Refused(
                    "document.tracking.id is not there, so that it could not be found again"));
    String title = d.text("title").orElseThrow(() -> new Refused("document.title is not there"));
    d.drop("csaf_version", "2.0, as all that are taken in");
    List<String> remarks = new ArrayList<>();
    Taking publisher = d.object("publisher");
    String name = publisher.text("name").orElse("unknown publisher");
    String space = publisher.look("namespace").orElse(name);
    String tlp =
        d.object("distribution")
            .object("tlp")
            .text("label", TLP::containsKey)
            .map(TLP::get)
            .orElse("");

    CsafTree tree = CsafTree.of(r.object("product_tree"), remarks);
    CsafFlaws flaws = new CsafFlaws(tree, remarks);
    flaws.read(r);
    SequencedMap<String, Object> front = new LinkedHashMap<>();
    front.put("title", Prose.title(title, 300));
    Set<String> aliases = new LinkedHashSet<>(List.of(id));
    aliases.addAll(tracking.texts("aliases", Prose::isPlain));
    VerisMapper.put(front, "aliases", aliases.stream().filter(Prose::isPlain).toList());
    d.text("lang", l -> l.length() < 100 && l.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
        .ifPresent(l -> front.put("lang", l));
    d.look("category")
        .map(c -> c.toLowerCase(Locale.ROOT))
        .filter(CATEGORIES::contains)
        .ifPresent(c -> {
          d.text("category");
          front.put("category", c);
        });
    severity(front, d.object("aggregate_severity"), flaws.scored());
    CsafProducts products = new CsafProducts(tree.products(), flaws.use());
    VerisMapper.put(front, "products", products.front());
    flaws.into(front, products);
    VerisMapper.put(front, "references", references(r, d));
    VerisMapper.put(front, "acknowledgments", acknowledgments(r, d));
    StringBuilder body = new StringBuilder();
    CsafNotes.into(body, d, 2);
    body.append(flaws.body());
    List<CsafProduct> idle = tree.without(flaws.use().statuses().keySet());
    if (!idle.isEmpty()) {
      body.append("## Products without a status\n\n");
      idle.forEach(p ->
          body.append("- ")
              .append(Prose.line(p.vendor().map(v -> v + " ").orElse("") + p.shown()))
              .append('\n'));
    }
    return new Draft(
        Kind.ADVISORY,
        new Draft.Origin(name, space, tlp),
        id,
        front,
        body.toString(),
        r.kept(),
        remarks);
  }

  private static void severity(Map<String, Object> front, Taking aggregate, boolean scored) {
    Optional<String> word = aggregate.look("text");
    word.map(w -> SEVERITY.get(w.toLowerCase(Locale.ROOT)))
        .ifPresent(s -> {
          aggregate.text("text");
          front.put("severity", s);
          if (scored) {
            front.put("severity_reason", "The publisher's own rating: " + word.get() + ".");
          }
        });
  }

  private static List<Map<String, Object>> references(Taking r, Taking d) {
    List<Taking> all = new ArrayList<>(d.objects("references"));
    r.objects("vulnerabilities").forEach(v -> all.addAll(v.objects("references")));
    SequencedMap<String, Map<String, Object>> byUrl = new LinkedHashMap<>();
    for (Taking reference : all) {
      Optional<String> url =
          reference.text(
              "url", u -> u.matches("(https?|ftp)://[^\\s<>\"]+|mailto:\\S+") && Prose.isPlain(u));
      if (url.isEmpty()) {
        continue;
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      if (!byUrl.containsKey(url.get())
          || reference
              .look("summary")
              .map(s -> Prose.title(s, 300))
              .equals(Optional.ofNullable(byUrl.get(url.get()).get("summary")))) {
        reference
            .text("summary")
            .map(s -> Prose.title(s, 300))
            .ifPresent(s -> entry.put("summary", s));
      }
      entry.put("url", url.get());
      reference.drop("category", "what is itself at its origin is external here");
      byUrl.putIfAbsent(url.get(), entry);
    }
    return List.copyOf(byUrl.values());
  }

  private static List<Map<String, Object>> acknowledgments(Taking r, Taking d) {
    List<Taking> all = new ArrayList<>(d.objects("acknowledgments"));
    r.objects("vulnerabilities").forEach(v -> all.addAll(v.objects("acknowledgments")));
    List<Map<String, Object>> result = new ArrayList<>();
    for (Taking a : all) {
      Map<String, Object> entry = new LinkedHashMap<>();
      VerisMapper.put(
          entry,
          "names",
          a.texts("names", n -> true).stream().map(n -> Prose.title(n, 200)).toList());
      a.text("organization").ifPresent(o -> entry.put("organization", Prose.title(o, 300)));
      a.text("summary").ifPresent(s -> entry.put("summary", Prose.title(s, 500)));
      VerisMapper.put(
          entry,
          "urls",
          a.texts("urls", u -> u.matches("(https?|ftp)://[^\\s<>\"]+") && Prose.isPlain(u)));
      if (!entry.isEmpty() && !result.contains(entry)) {
        result.add(entry);
      }
    }
    return result;
  }
}
