package org.cresset.feed;

import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.model.MarkedText;
import org.cresset.text.Glossary;
import org.cresset.text.Markdown;
import org.cresset.text.Place;
import org.cresset.text.SafeHtml;
import org.cresset.text.Weaver;

/** Texts for readers away from the site: every link absolute. */
public final class AbsoluteLinks {
  private final Site site;
  private final Markdown markdown;

  public AbsoluteLinks(Site site, Markdown markdown) {
    this.site = site;
    this.markdown = markdown;
  }

  /** A text as this article shows it. */
  public SafeHtml html(Article article, MarkedText text) {
    Place place = Place.of(destination -> resolve(article, destination), site.url());
    return Weaver.weave(markdown.render(text), Glossary.EMPTY, place).html();
  }

  private Optional<String> resolve(Article article, String destination) {
    if (destination.startsWith("#")) {
      return Optional.of(site.url() + article.path() + destination);
    }
    int fragment = destination.indexOf('#');
    String file = fragment < 0 ? destination : destination.substring(0, fragment);
    return find(article, destination)
        .or(() -> find(article, file).map(path -> path + destination.substring(file.length())));
  }

  private Optional<String> find(Article article, String destination) {
    return Optional.ofNullable(article.links().get(destination))
        .map(link -> link.at(site.url()))
        .or(() ->
            Optional.ofNullable(article.assets().get(destination))
                .map(asset -> site.url() + asset.path()));
  }
}
