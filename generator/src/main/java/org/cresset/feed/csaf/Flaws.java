package org.cresset.feed.csaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.feed.csaf.ProductTree.Leaf;
import org.cresset.feed.csaf.ProductTree.Status;
import org.cresset.json.Members;
import org.cresset.model.Details;
import org.cresset.model.Exploitation;
import org.cresset.model.Knowledge;
import org.cresset.model.Vulnerability;
import org.cresset.scap.Cvss;
import org.cresset.scap.Cwe;

/** The vulnerabilities of an advisory (section 3.2.3). */
final class Flaws {
  private static final Pattern SYSTEM = Pattern.compile("[A-Za-z]+");

  private final Site site;
  private final Notes notes;
  private final Article article;
  private final Details.Advisory advisory;
  private final ProductTree tree;

  Flaws(Site site, Notes notes, Article article, Details.Advisory advisory, ProductTree tree) {
    this.site = site;
    this.notes = notes;
    this.article = article;
    this.advisory = advisory;
    this.tree = tree;
  }

  /** One for each flaw; where an advisory names none, one with its title. */
  List<Members> json() {
    List<Vulnerability> flaws =
        advisory.vulnerabilities().isEmpty()
            ? List.of(
                new Vulnerability(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()))
            : advisory.vulnerabilities();
    return flaws.stream().map(this::flaw).toList();
  }

  private Members flaw(Vulnerability flaw) {
    List<Leaf> scope =
        tree.leaves(l -> flaw.products().isEmpty() || flaw.products().contains(l.key()));
    return new Members()
        .with("cve", flaw.cve())
        .with("ids", ids(flaw))
        .with("title", flaw.title().orElse(article.title()))
        .with("cwe", cwe(flaw))
        .with("notes", notes(flaw))
        .with("product_status", status(scope))
        .with("flags", NotAffected.flags(scope))
        .with("threats", threats(scope))
        .with("scores", scores(flaw, scope))
        .with("remediations", new Remediations(notes, article, advisory).of(scope));
  }

  /** A flaw that nobody else has named gets our name, so that VEX can speak of it. */
  private List<Members> ids(Vulnerability flaw) {
    if (flaw.cve().isEmpty() && flaw.ids().isEmpty()) {
      return List.of(id(site.team().name(), article.id().id()));
    }
    return flaw.ids().stream().map(text -> id(system(text), text)).toList();
  }

  private static Members id(String system, String text) {
    return new Members().with("system_name", system).with("text", text);
  }

  /** The letters before the number, as in {@code GHSA-…}. */
  private static String system(String id) {
    Matcher letters = SYSTEM.matcher(id);
    return letters.lookingAt() ? letters.group().toUpperCase(Locale.ROOT) : id;
  }

  private static Members cwe(Vulnerability flaw) {
    Optional<String> name = flaw.cwe().flatMap(Cwe::name);
    return name.isEmpty() ? new Members() : new Members().with("id", flaw.cwe()).with("name", name);
  }

  private List<Members> notes(Vulnerability flaw) {
    List<Members> all = new ArrayList<>();
    all.add(Notes.note("description", "Flaw", flaw.title().orElse(article.title())));
    flaw.accessRequired().ifPresent(a -> all.add(Notes.note("details", "Access required", a)));
    flaw.accessGained().ifPresent(a -> all.add(Notes.note("details", "Access gained", a)));
    List<Cvss> shown = scored(flaw);
    Cvss.all(flaw.cvss()).stream()
        .filter(c -> !shown.contains(c))
        .forEach(c -> {
          String text = c.baseScore() + " (" + c.rating().token() + "), " + c.vector();
          all.add(Notes.note("other", "CVSS " + c.version(), text));
        });
    return all;
  }

  private static Members status(List<Leaf> scope) {
    Members status = new Members();
    for (Status each : Status.values()) {
      status.with(each.name().toLowerCase(Locale.ROOT), ids(scope, each));
    }
    return status;
  }

  static List<String> ids(List<Leaf> leaves, Status status) {
    return leaves.stream().filter(l -> l.status() == status).map(Leaf::id).toList();
  }

  private List<Members> threats(List<Leaf> scope) {
    List<Members> threats = new ArrayList<>(NotAffected.threats(scope));
    List<String> words = new ArrayList<>();
    advisory.exploitation().map(Exploitation::words).ifPresent(words::add);
    advisory.knowledge().map(Knowledge::words).ifPresent(words::add);
    if (!words.isEmpty()) {
      String details = String.join("; ", words);
      threats.add(
          new Members()
              .with("category", "exploit_status")
              .with(
                  "details",
                  details.substring(0, 1).toUpperCase(Locale.ROOT) + details.substring(1) + "."));
    }
    return threats;
  }

  /** What CSAF 2.0 has a place for: version 2, and the newest of version 3. */
  private static List<Cvss> scored(Vulnerability flaw) {
    List<Cvss> all = Cvss.all(flaw.cvss());
    List<Cvss> scored = new ArrayList<>();
    all.stream().filter(c -> c.version().startsWith("3")).findFirst().ifPresent(scored::add);
    all.stream().filter(c -> c.version().equals("2.0")).findFirst().ifPresent(scored::add);
    return scored;
  }

  /** For what is affected; where nothing is known to be, for what the advisory speaks of. */
  private static List<String> scored(List<Leaf> scope) {
    return Stream.of(Status.KNOWN_AFFECTED, Status.UNDER_INVESTIGATION, Status.FIXED)
        .map(status -> ids(scope, status))
        .filter(ids -> !ids.isEmpty())
        .findFirst()
        .orElse(ids(scope, Status.KNOWN_NOT_AFFECTED));
  }

  private static List<Members> scores(Vulnerability flaw, List<Leaf> scope) {
    List<String> products = scored(scope);
    List<Cvss> scored = scored(flaw);
    if (products.isEmpty() || scored.isEmpty()) {
      return List.of();
    }
    Members score = new Members().with("products", products);
    for (Cvss cvss : scored) {
      boolean second = cvss.version().equals("2.0");
      Members values =
          new Members()
              .with("version", cvss.version())
              .with("vectorString", cvss.vector())
              .with("baseScore", cvss.baseScore())
              .with("baseSeverity", second ? "" : cvss.rating().name());
      score.with(second ? "cvss_v2" : "cvss_v3", values);
    }
    return List.of(score);
  }
}
