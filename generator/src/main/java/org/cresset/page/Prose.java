package org.cresset.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.cresset.edition.Article;
import org.cresset.edition.Asset;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.marking.Label;
import org.cresset.model.MarkedText;
import org.cresset.page.view.DocView.Definition;
import org.cresset.page.view.DocView.Entry;
import org.cresset.text.Glossary;
import org.cresset.text.Markdown;
import org.cresset.text.Place;
import org.cresset.text.SafeHtml;
import org.cresset.text.Weaver;
import org.cresset.text.Woven;

/**
 * The Markdown texts of one page, in the order in which they stand there. All but the main text get
 * ids of their own, and the notes on terms are gathered.
 */
final class Prose {
  private final Markdown markdown;
  private final Terms terms;
  private final String path;
  private final Place place;
  private final Map<String, Glossary.Entry> used = new LinkedHashMap<>();
  private Label label = Label.PUBLIC;
  private int texts;

  private Prose(Markdown markdown, Terms terms, String path, Place place) {
    this.markdown = markdown;
    this.terms = terms;
    this.path = path;
    this.place = place;
  }

  /** For an article's own page. */
  static Prose of(Markdown markdown, Terms terms, Article article, String root) {
    Place place = place(article.path(), article.links(), article.assets(), root);
    return new Prose(markdown, terms, article.path(), place.withSelf(article.id().folded()));
  }

  /** For a page with texts whose links are these. */
  static Prose of(
      Markdown markdown, Terms terms, String path, SortedMap<String, Link> links, String root) {
    Place place = place(path, links, java.util.Collections.emptySortedMap(), root);
    return new Prose(markdown, terms, path, place);
  }

  Markdown markdown() {
    return markdown;
  }

  /** The page's main text. */
  SafeHtml main(MarkedText text) {
    return woven(text, place);
  }

  /** A further text. */
  SafeHtml html(MarkedText text) {
    return text.isEmpty() ? SafeHtml.EMPTY : woven(text, place.withIdPrefix("t" + ++texts + "-"));
  }

  /** The headings of the main text that a table of contents shows. */
  List<Entry> headings(MarkedText text) {
    return markdown.render(text).headings().stream()
        .filter(h -> h.level() == 2)
        .map(h -> new Entry(h.id(), h.text()))
        .toList();
  }

  /** A term's short definition, as a text of this page. */
  SafeHtml popUp(String term) {
    Terms.PopUp popUp = terms.popUps().get(term);
    return popUp == null
        ? SafeHtml.EMPTY
        : from(popUp.article(), popUp.text(), "def-" + term + "-");
  }

  /** A piece of another article, without links to terms. */
  SafeHtml from(Article article, MarkedText piece, String idPrefix) {
    label = label.with(article.label());
    Place there =
        place(path, article.links(), article.assets(), place.root()).withIdPrefix(idPrefix);
    return Weaver.weave(markdown.render(piece), Glossary.EMPTY, there).html();
  }

  /** The highest marking of the definitions shown so far. */
  Label label() {
    return label;
  }

  /** Notes for the terms used so far. */
  List<Definition> definitions() {
    List<Definition> notes = new ArrayList<>();
    for (Glossary.Entry entry : used.values()) {
      String name = entry.abbreviation().map(a -> a + ", ").orElse("") + entry.term();
      String href = Paths.relative(path, entry.path());
      notes.add(new Definition(entry.noteId(), name, href, popUp(entry.id())));
    }
    return List.copyOf(notes);
  }

  private SafeHtml woven(MarkedText text, Place where) {
    Woven woven = Weaver.weave(markdown.render(text), terms.glossary(), where);
    woven.terms().forEach(term -> used.putIfAbsent(term.id(), term));
    return woven.html();
  }

  private static Place place(
      String path, SortedMap<String, Link> links, SortedMap<String, Asset> assets, String root) {
    return Place.of(destination -> address(path, links, assets, destination), root);
  }

  private static Optional<String> address(
      String path,
      SortedMap<String, Link> links,
      SortedMap<String, Asset> assets,
      String destination) {
    Link link = links.get(destination);
    if (link != null) {
      return Optional.of(link.from(path));
    }
    return Optional.ofNullable(assets.get(destination))
        .map(asset -> Paths.relative(path, asset.path()));
  }
}
