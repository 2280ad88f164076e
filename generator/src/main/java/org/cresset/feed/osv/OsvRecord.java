package org.cresset.feed.osv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Formats;
import org.cresset.edition.Site;
import org.cresset.feed.NoteText;
import org.cresset.json.Members;
import org.cresset.model.Acknowledgment;
import org.cresset.model.Details;
import org.cresset.model.Severity;
import org.cresset.model.Vulnerability;
import org.cresset.scap.Cvss;
import org.cresset.text.Markdown;

/** An advisory as an OSV record: the packages in it, for tools that know packages alone. */
final class OsvRecord {
  private static final String SCHEMA = "1.7.0";

  private final Site site;
  private final NoteText texts;

  OsvRecord(Site site, Markdown markdown) {
    this.site = site;
    this.texts = new NoteText(site, markdown);
  }

  /** The JSON object. */
  Members of(Article article) {
    Details.Advisory advisory = (Details.Advisory) article.details();
    Members record =
        new Members()
            .with("schema_version", SCHEMA)
            .with("id", Formats.osvId(article))
            .with("published", article.versions().initial())
            .with("modified", article.versions().current());
    if (advisory.withdrawn().isPresent()) {
      return record
          .with("withdrawn", advisory.withdrawn().map(w -> w.date()))
          .with("summary", "Withdrawn: " + article.title())
          .with("details", advisory.withdrawn().map(w -> w.reason()));
    }
    boolean one = advisory.vulnerabilities().size() == 1;
    return record
        .with("summary", article.title())
        .with("details", details(article, advisory))
        .with(one ? "aliases" : "related", names(advisory))
        .with("severity", severity(advisory))
        .with("affected", affected(advisory))
        .with("references", references(article, advisory))
        .with("credits", credits(advisory))
        .with(
            "database_specific",
            new Members()
                .with("severity", advisory.severity().map(Severity::token))
                .with("tlp", article.label().tlp().label()));
  }

  private String details(Article article, Details.Advisory advisory) {
    String body = texts.of(article, article.body());
    return "What to do: " + advisory.action() + (body.isEmpty() ? "" : "\n\n" + body);
  }

  private static List<String> names(Details.Advisory advisory) {
    return advisory.vulnerabilities().stream()
        .flatMap(v -> Stream.concat(v.cve().stream(), v.ids().stream()))
        .distinct()
        .toList();
  }

  /** The worst vector of each version; 3.0 and 3.1 are one to OSV. */
  private static List<Members> severity(Details.Advisory advisory) {
    SortedMap<String, Cvss> worst = new TreeMap<>();
    for (Vulnerability flaw : advisory.vulnerabilities()) {
      for (Cvss cvss : Cvss.all(flaw.cvss())) {
        worst.merge(
            "CVSS_V" + cvss.version().charAt(0),
            cvss,
            (a, b) -> b.baseScore() > a.baseScore() ? b : a);
      }
    }
    return worst.entrySet().stream()
        .map(e -> new Members().with("type", e.getKey()).with("score", e.getValue().vector()))
        .toList();
  }

  private static List<Members> affected(Details.Advisory advisory) {
    return advisory.products().stream()
        .flatMap(p -> Formats.osvPackage(p).map(url -> OsvRange.affected(p, url)).stream())
        .toList();
  }

  private List<Members> references(Article article, Details.Advisory advisory) {
    List<Members> all = new ArrayList<>();
    all.add(reference("ADVISORY", site.url() + article.path()));
    advisory.solutions().stream()
        .filter(s -> s.category().equals("vendor_fix"))
        .flatMap(s -> s.url().stream())
        .forEach(url -> all.add(reference("FIX", url)));
    article.references().forEach(r -> all.add(reference("WEB", r.url())));
    return all.stream().distinct().sorted(Comparator.comparing(Members::toString)).toList();
  }

  private static Members reference(String type, String url) {
    return new Members().with("type", type).with("url", url);
  }

  private static List<Members> credits(Details.Advisory advisory) {
    List<Members> all = new ArrayList<>();
    for (Acknowledgment thanks : advisory.acknowledgments()) {
      Optional<String> organization = thanks.organization().filter(o -> thanks.names().isEmpty());
      Stream.concat(thanks.names().stream(), organization.stream())
          .forEach(
              name -> all.add(new Members().with("name", name).with("contact", thanks.urls())));
    }
    return all;
  }
}
