package org.cresset.feed;

import java.util.Locale;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.model.Acknowledgment;
import org.cresset.model.Details;
import org.cresset.model.Reference;
import org.cresset.model.Revision;
import org.cresset.model.Solution;
import org.cresset.text.Markdown;
import org.cresset.text.PlainText;
import org.cresset.text.SafeHtml;

/**
 * An advisory as text ready to mail: what to do first, 72 columns. Nothing in it depends on the
 * time of the run, so that its signature stays good.
 */
final class AdvisoryText {
  private final Site site;
  private final AbsoluteLinks texts;

  AdvisoryText(Site site, Markdown markdown) {
    this.site = site;
    this.texts = new AbsoluteLinks(site, markdown);
  }

  String of(Article article) {
    Details.Advisory advisory = (Details.Advisory) article.details();
    Sheet sheet = new Sheet();
    head(sheet, article);
    if (advisory.withdrawn().isPresent()) {
      tombstone(sheet, advisory);
      sheet.heading("Facts");
      identity(sheet, article);
    } else {
      content(sheet, article, advisory);
    }
    revisions(sheet, article);
    genuine(sheet, article);
    sheet.gap();
    sheet.edges(article.label().tlp().label(), article.label().classification().token());
    return sheet.toString();
  }

  private void head(Sheet sheet, Article article) {
    sheet.edges(article.label().tlp().label(), article.label().classification().token());
    sheet.edges(site.team().name(), "Security advisory " + article.id().id());
    sheet.rule();
    sheet.paragraph(article.title(), "");
    sheet.rule();
  }

  private void tombstone(Sheet sheet, Details.Advisory advisory) {
    advisory
        .withdrawn()
        .ifPresent(w -> {
          sheet.heading("Withdrawn");
          sheet.paragraph(
              "This advisory was withdrawn on " + Sheet.time(w.date()) + ": " + w.reason(), "  ");
        });
  }

  private void content(Sheet sheet, Article article, Details.Advisory advisory) {
    sheet.heading("What to do");
    sheet.paragraph(advisory.action(), "  ");
    facts(sheet, article, advisory);
    ProductText.write(sheet, advisory.products());
    solutions(sheet, article, advisory);
    if (!article.body().isEmpty()) {
      sheet.heading("Details");
      sheet.html(texts.html(article, article.body()), "");
    }
    credits(sheet, advisory);
    sheet.notes();
    references(sheet, article);
  }

  private void facts(Sheet sheet, Article article, Details.Advisory advisory) {
    sheet.heading("Facts");
    identity(sheet, article);
    advisory.nextUpdate().ifPresent(t -> sheet.field("Next update", "by " + Sheet.time(t)));
    advisory.severity().ifPresent(s -> sheet.field("Severity", s.token()));
    advisory.severityReason().ifPresent(r -> sheet.field("", r));
    advisory.exploitation().ifPresent(e -> sheet.field("Exploitation", e.words()));
    advisory.knowledge().ifPresent(k -> sheet.field("Knowledge", k.words()));
    VulnerabilityText.write(sheet, advisory.vulnerabilities());
    if (!advisory.supersedes().isEmpty()) {
      sheet.field("Supersedes", String.join(", ", advisory.supersedes()));
    }
    article
        .related("superseded_by")
        .forEach(l -> sheet.field("Superseded by", l.id().id() + ", " + l.at(site.url())));
  }

  private void identity(Sheet sheet, Article article) {
    String version = article.versions().number() + " of ";
    sheet.field("Id", article.id().id());
    sheet.field("Version", version + Sheet.time(article.versions().current()));
    sheet.field("First issued", Sheet.time(article.versions().initial()));
    sheet.field("Status", article.status().token());
    sheet.field(
        "Classification",
        article.label().classification().token() + ", " + article.label().tlp().label());
    sheet.field("Address", site.url() + article.path());
  }

  private void solutions(Sheet sheet, Article article, Details.Advisory advisory) {
    if (advisory.solutions().isEmpty()) {
      return;
    }
    sheet.heading("Solutions");
    int number = 0;
    for (Solution solution : advisory.solutions()) {
      sheet.gap();
      solution(sheet, article, solution, ++number);
    }
  }

  private void solution(Sheet sheet, Article article, Solution solution, int number) {
    String category = solution.category().replace('_', ' ');
    String tested = solution.tested().map(AdvisoryText::tested).orElse("");
    String products =
        solution.products().isEmpty() ? "" : ", for " + String.join(", ", solution.products());
    String first = category.substring(0, 1).toUpperCase(Locale.ROOT);
    sheet.item(first + category.substring(1) + tested + products, "  " + number + ". ", "     ");
    sheet.html(texts.html(article, solution.details()), "     ");
    SafeHtml impact = texts.html(article, solution.impact());
    if (impact.isOneParagraph()) {
      sheet.paragraph("Impact: " + PlainText.of(impact), "     ");
    } else if (!impact.isEmpty()) {
      sheet.paragraph("Impact:", "     ");
      sheet.html(impact, "     ");
    }
    solution.url().ifPresent(u -> sheet.paragraph("See " + u, "     "));
  }

  private static String tested(String by) {
    return switch (by) {
      case "us" -> ", tested by us";
      case "vendor" -> ", tested by the vendor";
      default -> ", not tested";
    };
  }

  private static void credits(Sheet sheet, Details.Advisory advisory) {
    if (advisory.acknowledgments().isEmpty()) {
      return;
    }
    sheet.heading("Thanks");
    for (Acknowledgment thanks : advisory.acknowledgments()) {
      String who = String.join(", ", thanks.names());
      String of = thanks.organization().map(o -> who.isEmpty() ? o : " (" + o + ")").orElse("");
      sheet.item(who + of + thanks.summary().map(s -> ": " + s).orElse(""), "  - ", "    ");
    }
  }

  private static void references(Sheet sheet, Article article) {
    if (article.references().isEmpty()) {
      return;
    }
    sheet.heading("References");
    for (Reference reference : article.references()) {
      sheet.item(reference.summary(), "  - ", "    ");
      sheet.paragraph(reference.url(), "    ");
    }
  }

  private static void revisions(Sheet sheet, Article article) {
    if (article.versions().history().isEmpty()) {
      return;
    }
    sheet.heading("Revisions");
    for (Revision revision : article.versions().history()) {
      sheet.item(
          revision.number() + ", " + Sheet.time(revision.date()) + ": " + revision.summary(),
          "  - ",
          "    ");
    }
  }

  private void genuine(Sheet sheet, Article article) {
    String address = site.url() + FeedRenderer.path(article);
    String file = article.id().folded() + ".txt";
    sheet.heading("Check that this is genuine");
    sheet.paragraph("This text and its signature:", "  ");
    sheet.verbatim(address);
    sheet.verbatim(address + ".asc");
    sheet.gap();
    sheet.paragraph("Save both, then:", "  ");
    sheet.verbatim("gpg --verify " + file + ".asc " + file);
    sheet.gap();
    // No fingerprint: a version's text stays as it was signed when the key changes.
    sheet.paragraph(
        "gpg must say \"Good signature\", made by a key whose fingerprint you got from us another"
            + " way. Our keys and the times they served: "
            + site.url()
            + "keys/index.html. How to check, and what else: "
            + site.url()
            + "verify/index.html",
        "  ");
    if (site.signer().demonstration()) {
      sheet.paragraph("This one is a demonstration key. It proves nothing.", "  ");
    }
  }
}
