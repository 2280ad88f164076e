package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cresset.Version;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.marking.Label;
import org.cresset.model.Details;
import org.cresset.page.view.Model;
import org.cresset.page.view.PageView;
import org.cresset.page.view.View;
import org.cresset.text.Markdown;

/** All pages of one edition, each with what it depends on. */
final class Pages {
  private final Edition edition;
  private final Templates templates;
  private final Markdown markdown;
  private final Terms terms;
  private final Chrome chrome;
  private final Words words;
  private final Docs docs;
  private final String common;

  Pages(Edition edition, Templates templates, Markdown markdown, String templatesDigest) {
    this.edition = edition;
    this.templates = templates;
    this.markdown = markdown;
    this.terms = Terms.of(edition);
    this.chrome = new Chrome(edition);
    this.words = new Words(edition.site().team().timezone());
    this.docs = new Docs(edition, words);
    this.common = Digests.of(Version.current(), templatesDigest, chrome.site(), terms.digest());
  }

  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    edition.articles().values().forEach(article -> jobs.add(article(article)));
    return jobs;
  }

  private Job article(Article article) {
    Label label = docs.label(article);
    String inputs = Digests.of(common, article, label);
    return new Job(article.path(), inputs, () -> articlePage(article, label));
  }

  private byte[] articlePage(Article article, Label label) {
    String version = article.versions().number();
    String section = section(article);
    PageView page =
        chrome.page(
            article.path(),
            section,
            article.title(),
            description(article),
            article.id().id() + (version.isEmpty() ? "" : ", version " + version),
            label);
    Prose prose = Prose.of(markdown, terms, article, page.root());
    String template = article.id().kind().word().toLowerCase(Locale.ROOT) + ".ftlh";
    return templates.render(template, new Model(chrome.site(), page, view(article, prose)));
  }

  private View view(Article article, Prose prose) {
    OtherViews others = new OtherViews(docs);
    return switch (article.details()) {
      case Details.Advisory d -> new AdvisoryViews(edition, docs, words).view(article, d, prose);
      case Details.Report d -> new ReportViews(docs, words).view(article, d, prose);
      case Details.Policy d -> others.policy(article, d, prose);
      case Details.Notice d -> others.notice(article, d, prose);
      case Details.Term d -> others.term(article, d, prose);
      case Details.Page d -> others.page(article, d, prose);
    };
  }

  /** The part of the site: for pages their top folder. */
  private static String section(Article article) {
    return article.details() instanceof Details.Page
        ? article.id().folded().split("/", 2)[0]
        : article.id().kind().folder();
  }

  private static String description(Article article) {
    return switch (article.details()) {
      case Details.Advisory d -> d.action();
      case Details.Page d -> d.summary().orElse("");
      default -> "";
    };
  }
}
