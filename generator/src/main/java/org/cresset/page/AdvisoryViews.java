package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Formats;
import org.cresset.edition.Paths;
import org.cresset.model.Acknowledgment;
import org.cresset.model.Details;
import org.cresset.model.Exploitation;
import org.cresset.model.Knowledge;
import org.cresset.model.Product;
import org.cresset.model.Solution;
import org.cresset.model.Vulnerability;
import org.cresset.page.view.AdvisoryView;
import org.cresset.page.view.AdvisoryView.Genuine;
import org.cresset.page.view.DocView.Entry;
import org.cresset.scap.Cwe;

/** Advisories as their pages show them. */
final class AdvisoryViews {
  private final Edition edition;
  private final Docs docs;
  private final Words words;

  AdvisoryViews(Edition edition, Docs docs, Words words) {
    this.edition = edition;
    this.docs = docs;
    this.words = words;
  }

  AdvisoryView view(Article a, Details.Advisory d, Prose prose) {
    List<AdvisoryView.Solution> solutions =
        IntStream.range(0, d.solutions().size())
            .mapToObj(i -> solution(i + 1, d.solutions().get(i), d.products(), prose))
            .toList();
    return new AdvisoryView(
        docs.view(a, prose, a.body(), before(d), after(a, d)),
        d.action(),
        d.severity().map(s -> Words.tag(s.token())),
        d.severityReason(),
        d.exploitation().map(Exploitation::words),
        d.knowledge().map(Knowledge::words),
        d.nextUpdate().map(words::time),
        d.products().stream().map(AdvisoryViews::product).toList(),
        d.products().stream().anyMatch(p -> !p.platforms().isEmpty()),
        d.products().stream().anyMatch(p -> !p.underInvestigation().isEmpty()),
        d.vulnerabilities().stream().map(v -> vulnerability(v, d.products())).toList(),
        solutions,
        d.withdrawn().map(w -> new AdvisoryView.Withdrawn(words.time(w.date()), w.reason())),
        d.acknowledgments().stream().map(AdvisoryViews::credit).toList(),
        d.coordination().stream().map(AdvisoryViews::coordination).toList(),
        formats(a),
        genuine(a));
  }

  private static List<AdvisoryView.Format> formats(Article a) {
    List<AdvisoryView.Format> formats = new ArrayList<>();
    formats.add(format(a, "Plain text", Formats.text(a)));
    Formats.csaf(a).ifPresent(path -> formats.add(format(a, "CSAF, for scanners", path)));
    Formats.osv(a).ifPresent(path -> formats.add(format(a, "OSV, for packages", path)));
    return formats;
  }

  private static AdvisoryView.Format format(Article a, String name, String path) {
    String href = Paths.relative(a.path(), path);
    return new AdvisoryView.Format(name, href, href + ".asc");
  }

  private static List<Entry> before(Details.Advisory d) {
    List<Entry> entries = new ArrayList<>();
    add(entries, !d.products().isEmpty(), "s_affected", "Affected");
    add(entries, !d.solutions().isEmpty(), "s_solutions", "Solutions");
    add(entries, !d.vulnerabilities().isEmpty(), "s_severity", "Severity");
    return entries;
  }

  private static List<Entry> after(Article a, Details.Advisory d) {
    List<Entry> entries = new ArrayList<>();
    add(entries, !d.coordination().isEmpty(), "s_coordination", "Coordination");
    add(entries, !d.acknowledgments().isEmpty(), "s_credits", "Credits");
    add(entries, !a.references().isEmpty(), "s_references", "References");
    add(entries, !a.assets().isEmpty(), "s_files", "Files");
    add(entries, !a.versions().history().isEmpty(), "s_revisions", "Revisions");
    add(entries, true, "s_genuine", "Check that this is genuine");
    return entries;
  }

  static void add(List<Entry> entries, boolean shown, String id, String title) {
    if (shown) {
      entries.add(new Entry(id, title));
    }
  }

  private static AdvisoryView.Product product(Product p) {
    boolean none = p.fixed().equals(List.of("none"));
    return new AdvisoryView.Product(
        p.productName(),
        Words.orEmpty(p.vendor()),
        Ranges.words(p.affected()),
        none ? "" : Ranges.words(p.fixed()),
        none,
        Ranges.words(p.notAffected()),
        p.notAffectedReason().map(r -> r.replace('_', ' ')).orElse(""),
        Ranges.words(p.underInvestigation()),
        Words.join(p.platforms()),
        Words.join(Stream.concat(p.purl().stream(), p.cpe().stream()).toList()));
  }

  private static AdvisoryView.Vulnerability vulnerability(Vulnerability v, List<Product> all) {
    List<String> ids = new ArrayList<>(v.ids());
    String name = v.cve().orElseGet(() -> ids.isEmpty() ? "No CVE id" : ids.removeFirst());
    return new AdvisoryView.Vulnerability(
        name,
        v.cve().map(id -> "https://www.cve.org/CVERecord?id=" + id),
        Words.orEmpty(v.title()),
        Words.join(ids),
        v.cwe().map(id -> Cwe.name(id).map(n -> id + ": " + n).orElse(id)).orElse(""),
        v.cwe()
            .map(id -> "https://cwe.mitre.org/data/definitions/" + id.substring(4) + ".html")
            .orElse(""),
        v.cvss().stream().map(Vectors::vector).toList(),
        Words.orEmpty(v.accessRequired()),
        Words.orEmpty(v.accessGained()),
        names(v.products(), all));
  }

  private static AdvisoryView.Solution solution(
      int number, Solution s, List<Product> all, Prose prose) {
    return new AdvisoryView.Solution(
        number,
        Words.tag(s.category()),
        prose.html(s.details()),
        prose.html(s.impact()),
        s.tested().map(AdvisoryViews::tested).orElse(""),
        names(s.products(), all),
        s.url());
  }

  private static String tested(String token) {
    return switch (token) {
      case "us" -> "tested by us";
      case "vendor" -> "tested by the vendor";
      default -> "not tested";
    };
  }

  /** The names of some products; empty where all are meant. */
  private static String names(List<String> ids, List<Product> all) {
    if (ids.isEmpty() || ids.size() == all.size()) {
      return "";
    }
    return String.join(
        "; ",
        ids.stream()
            .map(id ->
                all.stream()
                    .filter(p -> p.productId().equals(Optional.of(id)))
                    .map(Product::productName)
                    .findFirst()
                    .orElse(id))
            .toList());
  }

  private static AdvisoryView.Credit credit(Acknowledgment a) {
    String names = Words.join(a.names());
    String organization = Words.orEmpty(a.organization());
    String separator = names.isEmpty() || organization.isEmpty() ? "" : ", ";
    return new AdvisoryView.Credit(
        Words.capital(names + separator + organization), Words.orEmpty(a.summary()), a.urls());
  }

  private static AdvisoryView.Coordination coordination(org.cresset.model.Coordination c) {
    return new AdvisoryView.Coordination(
        c.vendor(),
        c.notified().map(Words::date),
        Words.orEmpty(c.status()).replace('_', ' '),
        Words.orEmpty(c.statement()));
  }

  private Genuine genuine(Article article) {
    String text = Docs.lastPart(article) + ".txt";
    boolean isPublic = edition.audience().isPublic();
    return new Genuine(
        text, text + ".asc", isPublic ? edition.site().url() + article.folder() : "");
  }
}
