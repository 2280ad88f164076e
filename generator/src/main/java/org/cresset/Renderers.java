package org.cresset;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cresset.edition.Edition;
import org.cresset.edition.Renderer;
import org.cresset.edition.SiteWriter;
import org.cresset.feed.FeedRenderer;
import org.cresset.feed.csaf.CsafRenderer;
import org.cresset.model.MarkedText;
import org.cresset.page.PageRenderer;
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
        List.of(pages, feeds, csaf, new SearchRenderer(workspace.cache().resolve("search"), plain));
  }

  /** The text of Markdown as a reader sees it. */
  static Function<MarkedText, String> plain(Markdown markdown) {
    return text -> PlainText.of(markdown.render(text).html());
  }

  /** The text of Markdown as a reader sees it. */
  String plain(MarkedText text) {
    return plain.apply(text);
  }

  /** The other forms of an edition's advisories as text, each made of its article alone. */
  Stream<String> texts(Edition edition) {
    return Stream.concat(feeds.texts(edition), csaf.texts(edition));
  }

  /** Words that any edition may hold. */
  List<byte[]> wording() {
    return pages.wording();
  }

  void render(Edition edition, SiteWriter out, Problems problems) {
    renderers.forEach(r -> r.render(edition, out, problems));
  }
}
