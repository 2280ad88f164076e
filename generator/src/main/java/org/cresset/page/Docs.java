package org.cresset.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.edition.Versions;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.model.MarkedText;
import org.cresset.model.Status;
import org.cresset.page.view.DocView;
import org.cresset.page.view.DocView.Attachment;
import org.cresset.page.view.DocView.Entry;
import org.cresset.page.view.DocView.Reference;
import org.cresset.page.view.DocView.Related;
import org.cresset.page.view.DocView.Revision;
import org.cresset.page.view.Ref;
import org.cresset.text.SafeHtml;

/** What the pages of all kinds have in common. */
final class Docs {
  private static final Label EMBARGOED = new Label(Classification.SENSITIVE, Tlp.AMBER_STRICT);
  private static final Label DRAFT = new Label(Classification.PRIVATE, Tlp.AMBER_STRICT);

  private static final Map<String, String> RELATIONS = relations();

  private final Edition edition;
  private final Words words;

  Docs(Edition edition, Words words) {
    this.edition = edition;
    this.words = words;
  }

  /**
   * @param body the text to show, which may lack what the page shows elsewhere
   * @param contents headings of the page's own parts before and after those of the body
   */
  DocView view(Article a, Prose prose, MarkedText body, List<Entry> before, List<Entry> after) {
    SafeHtml html = prose.main(body);
    List<Entry> contents = new ArrayList<>(before);
    contents.addAll(prose.headings(body));
    contents.addAll(after);
    Versions versions = a.versions();
    return new DocView(
        a.id().kind().word(),
        a.id().id(),
        a.title(),
        Words.tag(a.status().token()),
        Words.label(written(edition, a)),
        a.readers(),
        edition.team().received().getOrDefault(a.id(), ""),
        edition.team().held().getOrDefault(a.id(), ""),
        a.embargo().map(words::time),
        a.lang(),
        versions.number(),
        words.time(versions.initial()),
        words.time(versions.current()),
        Math.max(0, versions.history().size() - 1),
        revisions(versions),
        new ChangeViews(prose.markdown()).of(a),
        a.keywords(),
        a.aliases(),
        a.references().stream().map(Docs::reference).toList(),
        a.reviewOn().map(Words::date),
        related(a),
        attachments(a),
        html,
        List.copyOf(contents),
        prose.definitions(),
        lastPart(a));
  }

  /** What the page shows: the document's own marking and that of every title it names. */
  Label label(Article article) {
    Label label = article.label().with(own(edition, article));
    for (List<Link> links : article.related().values()) {
      for (Link link : links) {
        Article named = edition.articles().get(link.id());
        label = named == null ? label : label.with(own(edition, named));
      }
    }
    return label;
  }

  /**
   * What counts where the document is named: its marking, and in confidence whatever is not
   * released yet, so that nobody takes a draft or an embargoed text for one that may be passed on.
   */
  static Label own(Edition edition, Article article) {
    Label label = written(edition, article);
    if (article.embargo().isPresent()) {
      return label.with(EMBARGOED);
    }
    return article.status() == Status.DRAFT ? label.with(DRAFT) : label;
  }

  /**
   * The marking of the document itself, whose page may show narrower passages. Only for public
   * documents of the team's editions are the two known apart; elsewhere it is that of the page.
   */
  private static Label written(Edition edition, Article article) {
    boolean isPublic = edition.audience().isTeam() && article.readers().isEmpty();
    return isPublic ? Label.PUBLIC : article.label();
  }

  Ref ref(String from, Article to) {
    return new Ref(to.id().id(), to.title(), Paths.relative(from, to.path()));
  }

  private List<Revision> revisions(Versions versions) {
    return versions.history().reversed().stream()
        .map(r -> new Revision(r.number(), words.time(r.date()), r.summary()))
        .toList();
  }

  private static Reference reference(org.cresset.model.Reference reference) {
    return new Reference(
        reference.summary(), reference.url(), !reference.category().equals("self"));
  }

  private static List<Related> related(Article article) {
    List<Related> related = new ArrayList<>();
    RELATIONS.forEach((relation, title) -> {
      List<Ref> documents =
          article.related(relation).stream()
              .map(l -> new Ref(l.id().id(), l.title(), l.from(article.path())))
              .toList();
      if (!documents.isEmpty()) {
        related.add(new Related(relation, title, documents));
      }
    });
    return List.copyOf(related);
  }

  private static List<Attachment> attachments(Article article) {
    return article.assets().values().stream()
        .distinct()
        .map(asset ->
            new Attachment(
                asset.name(),
                asset.title(),
                Paths.relative(article.path(), asset.path()),
                asset.sha256(),
                Words.label(asset.label()).classification()))
        .toList();
  }

  /** By which the other forms of the document are called: {@code csa-2026-k7f3}. */
  static String lastPart(Article article) {
    String[] parts = article.path().split("/", -1);
    return parts.length < 2 ? "" : parts[parts.length - 2];
  }

  private static Map<String, String> relations() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("superseded_by", "Superseded by");
    titles.put("supersedes", "Supersedes");
    titles.put("implements", "Carries out");
    titles.put("implemented_by", "Carried out by");
    titles.put("part_of", "Part of the series");
    titles.put("parts", "Parts of this series");
    titles.put("advisories", "Advisories");
    titles.put("reports", "Reports");
    titles.put("of", "About the report");
    titles.put("related", "Related");
    titles.put("see", "See also");
    return titles;
  }
}
