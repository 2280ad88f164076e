package org.cresset.feed;

import java.time.Instant;
import java.util.List;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.edition.Team;
import org.cresset.model.Kind;
import org.cresset.text.Markdown;

/**
 * Atom feeds (RFC 4287). An entry's {@code updated} is its document's current release, so that a
 * revised one moves up.
 */
final class AtomFeed {
  private final Site site;
  private final AbsoluteLinks texts;

  AtomFeed(Site site, Markdown markdown) {
    this.site = site;
    this.texts = new AbsoluteLinks(site, markdown);
  }

  /** A channel as XML, in UTF-8, to lie at {@code feed.atom} in its folder. */
  String feed(Channel channel) {
    List<Article> articles = channel.articles();
    Instant updated = articles.isEmpty() ? Instant.EPOCH : articles.getFirst().versions().current();
    String path = site.url() + channel.folder() + "feed.atom";
    Team team = site.team();
    Xml xml = new Xml();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", site.lang());
    xml.text("id", path);
    xml.text("title", channel.title());
    xml.text("updated", updated.toString());
    xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", path);
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", site.url() + channel.page());
    xml.open("author");
    xml.text("name", team.name());
    xml.text("uri", site.url());
    xml.text("email", team.email());
    xml.close("author");
    articles.forEach(article -> entry(xml, channel, article));
    xml.close("feed");
    return xml.toString();
  }

  private void entry(Xml xml, Channel channel, Article article) {
    String address = site.url() + article.path();
    xml.open("entry");
    xml.text("id", Entry.id(site, article));
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
    Entry.summary(article).ifPresent(s -> xml.text("summary", s));
    Entry.content(channel, article, texts)
        .ifPresent(html -> xml.text("content", html.toString(), "type", "html"));
    xml.close("entry");
  }
}
