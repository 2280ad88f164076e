package org.cresset.feed;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.model.Details;
import org.cresset.model.Status;
import org.cresset.text.SafeHtml;

/** What every format of a feed says of a document. */
final class Entry {
  private Entry() {}

  /**
   * A tag URI (RFC 4151) of the day of the first release, which never changes: {@code
   * tag:csirt.example.org,2026-10-03:advisories/csa-2026-k7f3}.
   */
  static String id(Site site, Article article) {
    String host = Optional.ofNullable(URI.create(site.url()).getHost()).orElse("localhost");
    String day =
        DateTimeFormatter.ISO_LOCAL_DATE.format(
            article.versions().initial().atOffset(ZoneOffset.UTC));
    String name = article.id().kind().folder() + "/" + article.id().folded();
    return "tag:" + host + "," + day + ":" + name;
  }

  static Optional<String> summary(Article article) {
    return switch (article.details()) {
      case Details.Advisory a when a.withdrawn().isPresent() ->
          a.withdrawn().map(w -> "Withdrawn: " + w.reason());
      case Details.Advisory a -> Optional.of(a.action());
      case Details.Page page -> page.summary();
      default -> Optional.empty();
    };
  }

  /** The text, unless there is none, it was withdrawn, or the channel goes without. */
  static Optional<SafeHtml> content(Channel channel, Article article, AbsoluteLinks texts) {
    if (!channel.full() || article.status() == Status.WITHDRAWN) {
      return Optional.empty();
    }
    return Optional.of(texts.html(article, article.body())).filter(html -> !html.isEmpty());
  }
}
