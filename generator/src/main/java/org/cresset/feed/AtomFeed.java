package org.cresset.feed;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.edition.Team;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.text.Markdown;
import org.cresset.text.SafeHtml;

/**
 * Atom feeds (RFC 4287). An entry's {@code updated} is its document's current release, so that a
 * revised one moves up; ids are tag URIs (RFC 4151) of the day of the first release and never
 * change. The newest hundred documents are listed.
 */
final class AtomFeed {
  private static final int ENTRIES = 100;
  private static final Comparator<Article> NEWEST =
      Comparator.comparing((Article a) -> a.versions().current())
          .reversed()
          .thenComparing(Article::id);

  private final Site site;
  private final AbsoluteLinks texts;

  AtomFeed(Site site, Markdown markdown) {
    this.site = site;
    this.texts = new AbsoluteLinks(site, markdown);
  }

  /**
   * A feed as XML, in UTF-8.
   *
   * @param path where it will lie
   * @param page the page for people that lists the same
   */
  String feed(String path, String page, String title, List<Article> articles) {
    List<Article> newest = articles.stream().sorted(NEWEST).limit(ENTRIES).toList();
    Instant updated = newest.isEmpty() ? Instant.EPOCH : newest.getFirst().versions().current();
    Team team = site.team();
    Xml xml = new Xml();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", site.lang());
    xml.text("id", site.url() + path);
    xml.text("title", title);
    xml.text("updated", updated.toString());
    xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", site.url() + path);
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", site.url() + page);
    xml.open("author");
    xml.text("name", team.name());
    xml.text("uri", site.url());
    xml.text("email", team.email());
    xml.close("author");
    newest.forEach(article -> entry(xml, article));
    xml.close("feed");
    return xml.toString();
  }

  private void entry(Xml xml, Article article) {
    String address = site.url() + article.path();
    xml.open("entry");
    xml.text("id", id(article));
    xml.text("title", article.title());
    xml.text("published", article.versions().initial().toString());
    xml.text("updated", article.versions().current().toString());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", address);
    if (article.id().kind() == Kind.ADVISORY) {
      String text = site.url() + FeedRenderer.path(article);
      xml.empty("link", "rel", "alternate", "type", "text/plain", "href", text);
    }
    xml.empty("category", "term", article.id().kind().word(), "label", article.id().kind().word());
    article
        .severity()
        .ifPresent(s -> xml.empty("category", "term", "severity-" + s.token(), "label", s.token()));
    xml.text("rights", article.label().tlp().label());
    summary(article).ifPresent(s -> xml.text("summary", s));
    SafeHtml content = texts.html(article, article.body());
    if (!content.isEmpty() && article.status() != Status.WITHDRAWN) {
      xml.text("content", content.toString(), "type", "html");
    }
    xml.close("entry");
  }

  /** {@code tag:csirt.example.org,2026-10-03:advisories/csa-2026-k7f3}. */
  private String id(Article article) {
    String host = Optional.ofNullable(URI.create(site.url()).getHost()).orElse("localhost");
    String day =
        DateTimeFormatter.ISO_LOCAL_DATE.format(
            article.versions().initial().atOffset(ZoneOffset.UTC));
    return "tag:"
        + host
        + ","
        + day
        + ":"
        + article.id().kind().folder()
        + "/"
        + article.id().folded();
  }

  private static Optional<String> summary(Article article) {
    return switch (article.details()) {
      case Details.Advisory a when a.withdrawn().isPresent() ->
          a.withdrawn().map(w -> "Withdrawn: " + w.reason());
      case Details.Advisory a -> Optional.of(a.action());
      case Details.Page page -> page.summary();
      default -> Optional.empty();
    };
  }
}
