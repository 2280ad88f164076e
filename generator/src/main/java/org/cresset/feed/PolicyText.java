package org.cresset.feed;

import java.util.List;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.model.Details;
import org.cresset.model.Revision;

/** The announcement of a policy or procedure, as text ready to mail. */
final class PolicyText {
  private final Site site;

  PolicyText(Site site) {
    this.site = site;
  }

  String of(Article article) {
    Details.Policy policy = (Details.Policy) article.details();
    Sheet sheet = new Sheet();
    sheet.edges(article.label().tlp().label(), article.label().classification().token());
    sheet.edges(site.team().name(), policy.type() + " " + article.id().id());
    sheet.rule();
    sheet.paragraph(article.title(), "");
    sheet.rule();
    List<Revision> history = article.versions().history();
    if (!history.isEmpty()) {
      sheet.heading("What changes");
      sheet.paragraph(history.getLast().summary(), "  ");
    }
    sheet.heading("Facts");
    sheet.field("Version", article.versions().number());
    sheet.field("Status", article.status().token());
    policy.effectiveFrom().ifPresent(day -> sheet.field("In force from", day.toString()));
    policy.approvedBy().ifPresent(by -> sheet.field("Approved by", by));
    sheet.field("Full text", site.url() + article.path());
    sheet.heading("Check that this is genuine");
    sheet.paragraph(
        "This message is signed by the key with the fingerprint below. Compare it with one that"
            + " you got from us another way; "
            + site.url()
            + "verify/index.html says how.",
        "  ");
    sheet.verbatim(site.signer().grouped());
    sheet.gap();
    sheet.edges(article.label().tlp().label(), article.label().classification().token());
    return sheet.toString();
  }
}
