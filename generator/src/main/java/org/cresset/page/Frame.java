package org.cresset.page;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cresset.edition.Article;
import org.cresset.edition.Digests;
import org.cresset.edition.Edition;
import org.cresset.edition.Intro;
import org.cresset.edition.Version;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.page.view.Model;
import org.cresset.page.view.PageView;
import org.cresset.page.view.View;
import org.cresset.text.Markdown;
import org.cresset.text.SafeHtml;

/** What the makers of pages share: the edition, its chrome and glossary, templates, digests. */
final class Frame {
  private final Edition edition;
  private final Templates templates;
  private final Markdown markdown;
  private final Terms terms;
  private final Chrome chrome;
  private final Words words;
  private final String common;
  private final Insight insight;

  Frame(Edition edition, Templates templates, Markdown markdown, String templatesDigest) {
    this.edition = edition;
    this.templates = templates;
    this.markdown = markdown;
    this.terms = Terms.of(edition);
    this.insight = Insight.of(edition);
    this.chrome = new Chrome(edition, insight);
    this.words = new Words(edition.site().team().timezone());
    this.common = Digests.of(Version.build(), templatesDigest, chrome.site(), terms.digest());
  }

  /** A page's head: part of the site, title, description, what its print repeats, its marking. */
  record Head(String section, String title, String description, String running, Label label) {}

  Edition edition() {
    return edition;
  }

  Words words() {
    return words;
  }

  Insight insight() {
    return insight;
  }

  Rows rows() {
    return new Rows(edition, words);
  }

  /** A page that belongs to no article. */
  Job job(String path, String template, Head head, List<?> inputs, Function<Prose, View> view) {
    String digest = Digests.of(common, template, path, head, inputs);
    return new Job(
        path,
        digest,
        () -> {
          Prose prose = prose(path);
          View doc = view.apply(prose);
          return made(path, template, head, doc, prose);
        });
  }

  /**
   * The page of an article.
   *
   * @param inputs what it depends on besides
   */
  Job job(Article article, Head head, List<?> inputs, Function<Prose, View> view) {
    String template = article.id().kind().word() + ".ftlh";
    String received = edition.team().received().getOrDefault(article.id(), "");
    String held = edition.team().held().getOrDefault(article.id(), "");
    String digest = Digests.of(common, digest(article), received, held, head, inputs);
    return new Job(
        article.path(),
        digest,
        () -> {
          String root = chrome.root(article.path());
          Prose prose = Prose.of(markdown, terms, article, root);
          View doc = view.apply(prose);
          return made(article.path(), template, head, doc, prose);
        });
  }

  private byte[] made(String path, String template, Head head, View doc, Prose prose) {
    PageView page =
        chrome.page(
            path,
            head.section(),
            head.title(),
            head.description(),
            head.running(),
            head.label().with(prose.label()));
    return templates.render(template, new Model(chrome.site(), page, doc));
  }

  private Prose prose(String path) {
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    return Prose.of(
        markdown,
        terms,
        path,
        intro(folder).map(Intro::links).orElse(Collections.emptySortedMap()),
        chrome.root(path));
  }

  String digest(Article article) {
    return edition.digests().of(article);
  }

  List<String> digests(List<Article> articles) {
    return articles.stream().map(this::digest).toList();
  }

  /** The highest marking of these; nothing is public. */
  Label label(List<Article> articles) {
    return articles.stream().map(a -> Docs.own(edition, a)).reduce(Label.PUBLIC, Label::with);
  }

  /** Of a page that names all that a member gets; even that there is nothing is between us. */
  Label memberLabel() {
    Label between = new Label(Classification.PRIVATE, Tlp.AMBER_STRICT);
    return label(List.copyOf(edition.articles().values())).with(between);
  }

  /** The introduction of a list page, by its folder in the site. */
  Optional<Intro> intro(String folder) {
    return Optional.ofNullable(edition.intros().get(folder));
  }

  String introTitle(String folder, String otherwise) {
    return intro(folder).map(Intro::title).orElse(otherwise);
  }

  Label introLabel(String folder) {
    return intro(folder).map(Intro::label).orElse(Label.PUBLIC);
  }

  Optional<SafeHtml> introText(String folder, Prose prose) {
    return intro(folder).filter(i -> !i.body().isEmpty()).map(i -> prose.main(i.body()));
  }
}
