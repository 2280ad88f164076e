package org.cresset.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.json.Json;
import org.cresset.text.Markdown;

/** JSON Feed 1.1, with what the Atom feed of the same channel says. */
final class JsonFeed {
  private final Site site;
  private final AbsoluteLinks texts;

  JsonFeed(Site site, Markdown markdown) {
    this.site = site;
    this.texts = new AbsoluteLinks(site, markdown);
  }

  /** A channel as JSON, to lie at {@code feed.json} in its folder. */
  String feed(Channel channel) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", channel.title());
    feed.put("home_page_url", site.url() + channel.page());
    feed.put("feed_url", site.url() + channel.folder() + "feed.json");
    feed.put("language", site.lang());
    feed.put(
        "authors", List.of(new TreeMap<>(Map.of("name", site.team().name(), "url", site.url()))));
    feed.put("items", channel.articles().stream().map(a -> item(channel, a)).toList());
    return Json.pretty(feed);
  }

  private Map<String, Object> item(Channel channel, Article article) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", Entry.id(site, article));
    item.put("url", site.url() + article.path());
    item.put("title", article.title());
    Optional<String> summary = Entry.summary(article);
    summary.ifPresent(s -> item.put("summary", s));
    // Every item needs one of the two contents (JSON Feed 1.1, Items).
    Entry.content(channel, article, texts)
        .ifPresentOrElse(
            html -> item.put("content_html", html.toString()),
            () -> item.put("content_text", summary.orElse(article.title())));
    item.put("date_published", article.versions().initial().toString());
    item.put("date_modified", article.versions().current().toString());
    item.put("tags", tags(article));
    article.lang().ifPresent(lang -> item.put("language", lang));
    return item;
  }

  private static List<String> tags(Article article) {
    List<String> tags = new java.util.ArrayList<>();
    tags.add(article.id().kind().word());
    tags.add("TLP:" + article.label().tlp().label().replaceFirst("^TLP:", ""));
    article.severity().ifPresent(s -> tags.add("severity-" + s.token()));
    return tags;
  }
}
