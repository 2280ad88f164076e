package org.cresset.feed.csaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cresset.edition.Article;
import org.cresset.edition.Link;
import org.cresset.edition.Site;
import org.cresset.feed.NoteText;
import org.cresset.json.Members;
import org.cresset.marking.Tlp;
import org.cresset.model.Acknowledgment;
import org.cresset.model.Details;
import org.cresset.model.Severity;
import org.cresset.text.Markdown;

/** An advisory as a CSAF document: nothing is in it that its page does not say. */
final class CsafDocument {
  private static final String INFORMATIONAL = "csaf_informational_advisory";
  private static final String BASE = "csaf_base";

  private final Site site;
  private final Notes notes;

  CsafDocument(Site site, Markdown markdown) {
    this.site = site;
    this.notes = new Notes(new NoteText(site, markdown));
  }

  /** The JSON object. */
  Members of(Article article) {
    Details.Advisory advisory = (Details.Advisory) article.details();
    if (advisory.withdrawn().isPresent()) {
      return new Members().with("document", withdrawn(article, advisory));
    }
    ProductTree tree = new ProductTree(advisory.products());
    boolean flaws = !advisory.category().equals(INFORMATIONAL) && !advisory.products().isEmpty();
    Members document =
        head(article, advisory.category(), article.title())
            .with("notes", notes.of(article, advisory, !flaws))
            .with(
                "aggregate_severity",
                new Members().with("text", advisory.severity().map(Severity::token)))
            .with("acknowledgments", acknowledgments(advisory));
    Members all = new Members().with("document", document);
    return flaws
        ? all.with("product_tree", tree.json())
            .with("vulnerabilities", new Flaws(site, notes, article, advisory, tree).json())
        : all;
  }

  /** As 2.1 has it: nothing that a scanner could act on, and the reason. */
  private Members withdrawn(Article article, Details.Advisory advisory) {
    String reason = advisory.withdrawn().orElseThrow().reason();
    return head(article, BASE, "Withdrawn: " + article.title())
        .with("notes", List.of(Notes.note("description", "Reasoning for Withdrawal", reason)));
  }

  private Members head(Article article, String category, String title) {
    return new Members()
        .with("category", category)
        .with("csaf_version", Csaf.VERSION)
        .with("title", title)
        .with("lang", article.lang().orElse(site.lang()))
        .with("distribution", distribution(article.label().tlp()))
        .with("publisher", Provider.publisher(site))
        .with("references", references(article))
        .with("tracking", Tracking.of(article));
  }

  private static Members distribution(Tlp tlp) {
    return new Members()
        .with("text", tlp == Tlp.AMBER_STRICT ? "TLP v2.0: " + tlp.label() : "")
        .with(
            "tlp",
            new Members().with("label", Csaf.label(tlp)).with("url", "https://www.first.org/tlp/"));
  }

  private List<Members> references(Article article) {
    List<Members> all = new ArrayList<>();
    all.add(reference("self", "CSAF document (canonical)", site.url() + Csaf.path(article)));
    all.add(reference("self", "Page", site.url() + article.path()));
    article.references().forEach(r -> all.add(reference(r.category(), r.summary(), r.url())));
    for (Map.Entry<String, String> relation :
        List.of(
            Map.entry("supersedes", "Supersedes "), Map.entry("superseded_by", "Superseded by "))) {
      for (Link link : article.related(relation.getKey())) {
        String summary = relation.getValue() + link.id().id() + ": " + link.title();
        all.add(reference("external", summary, site.url() + link.path()));
      }
    }
    return all;
  }

  private static Members reference(String category, String summary, String url) {
    return new Members().with("category", category).with("summary", summary).with("url", url);
  }

  private static List<Members> acknowledgments(Details.Advisory advisory) {
    List<Members> all = new ArrayList<>();
    for (Acknowledgment thanks : advisory.acknowledgments()) {
      Members entry =
          new Members()
              .with("names", thanks.names())
              .with("organization", thanks.organization())
              .with("summary", thanks.summary())
              .with("urls", thanks.urls());
      if (!entry.isEmpty()) {
        all.add(entry);
      }
    }
    return all;
  }
}
