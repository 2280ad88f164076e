package org.cresset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Renderer;
import org.cresset.edition.Site;
import org.cresset.edition.SiteWriter;
import org.cresset.feed.FeedRenderer;
import org.cresset.feed.csaf.CsafRenderer;
import org.cresset.feed.osv.OsvRenderer;
import org.cresset.model.Details;
import org.cresset.model.MarkdownValues;
import org.cresset.model.MarkedText;
import org.cresset.page.PageRenderer;
import org.cresset.parallel.Evenly;
import org.cresset.problem.Problems;
import org.cresset.search.SearchRenderer;
import org.cresset.text.Markdown;
import org.cresset.text.PlainText;

/** Everything that makes files of an edition, in one place. */
final class Renderers {
  private final List<Renderer> renderers;
  private final PageRenderer pages;
  private final FeedRenderer feeds;
  private final CsafRenderer csaf;
  private final Function<MarkedText, String> plain;

  Renderers(Workspace workspace, Markdown markdown) {
    this.plain = plain(markdown);
    this.pages = new PageRenderer(workspace.templates(), markdown);
    this.feeds = new FeedRenderer(markdown);
    this.csaf = new CsafRenderer(markdown);
    this.renderers =
        List.of(
            new SearchRenderer(workspace.cache().resolve("search"), plain),
            pages,
            feeds,
            csaf,
            new OsvRenderer(markdown));
  }

  /** The text of Markdown as a reader sees it. */
  static Function<MarkedText, String> plain(Markdown markdown) {
    return text -> PlainText.of(markdown.render(text).html());
  }

  /** The text of Markdown as a reader sees it. */
  String plain(MarkedText text) {
    return plain.apply(text);
  }

  /** An article's texts as readers see them, in all its forms and versions. */
  Stream<String> wording(Site site, Article article) {
    Stream<MarkedText> earlier =
        article.shown().earlier().stream().flatMap(v -> texts(v.body(), v.details()));
    Stream<MarkedText> texts = Stream.concat(texts(article.body(), article.details()), earlier);
    return Stream.of(
            texts.map(plain),
            article.shown().earlier().stream().flatMap(v -> v.compared().stream()),
            feeds.text(site, article).stream(),
            csaf.text(site, article).stream())
        .flatMap(s -> s);
  }

  private static Stream<MarkedText> texts(MarkedText body, Details details) {
    return Stream.concat(Stream.of(body), MarkdownValues.of(details).stream());
  }

  /** Words that any edition may hold. */
  List<byte[]> wording() {
    List<byte[]> words = new ArrayList<>(pages.wording());
    words.add(FeedRenderer.wording());
    return words;
  }

  void render(Edition edition, SiteWriter out, Problems problems) {
    // The search index comes first: its steps that need a single thread leave the other cores to
    // the
    // others.
    Evenly.each(renderers, r -> r.render(edition, out, problems));
  }
}
