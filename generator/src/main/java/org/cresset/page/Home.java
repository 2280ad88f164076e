package org.cresset.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.marking.Label;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.Severity;
import org.cresset.model.Status;
import org.cresset.page.view.HomeView;
import org.cresset.page.view.Ref;
import org.cresset.text.SafeHtml;

/** The first page for readers outside the team: what is new and how bad, and how to reach us. */
final class Home {
  private static final String PATH = "index.html";
  private static final int URGENT = 3;
  private static final int NEWEST = 10;
  private static final DocumentId ABOUT = new DocumentId(Kind.PAGE, "about");

  private final Frame frame;
  private final Docs docs;
  private final Lists lists;
  private final Edition edition;

  Home(Frame frame, Docs docs, Lists lists) {
    this.frame = frame;
    this.docs = docs;
    this.lists = lists;
    this.edition = frame.edition();
  }

  Job job() {
    List<Article> all = edition.of(Kind.ADVISORY).stream().sorted(Rows.NEWEST_FIRST).toList();
    List<Article> urgent = all.stream().filter(Home::isUrgent).limit(URGENT).toList();
    List<Article> newest = all.stream().limit(NEWEST).toList();
    List<Article> policies =
        edition.of(Kind.POLICY).stream()
            .filter(a -> a.status() == Status.APPROVED && !PolicyList.isProcedure(a))
            .toList();
    List<Article> shown =
        Stream.of(urgent, newest, policies).flatMap(List::stream).distinct().toList();
    Optional<Article> about = Optional.ofNullable(edition.articles().get(ABOUT));
    Label label =
        frame.label(shown).with(frame.label(about.stream().toList())).with(frame.introLabel(""));
    return frame.job(
        PATH,
        "home.ftlh",
        new Frame.Head("home", edition.site().team().name(), summary(about), "", label),
        List.of(
            frame.digests(shown),
            about.map(frame::digest),
            lists.filters(PATH),
            all.size(),
            frame.intro("")),
        prose ->
            new HomeView(
                about
                    .map(a -> prose.from(a, Terms.firstParagraph(a.body()), "about-"))
                    .orElse(SafeHtml.EMPTY),
                frame.introText("", prose),
                frame.rows().rows(PATH, urgent),
                frame.rows().rows(PATH, newest),
                all.size(),
                lists.filters(PATH),
                policies.stream().map(a -> docs.ref(PATH, a)).toList(),
                others(edition)));
  }

  private static String summary(Optional<Article> about) {
    return about
        .map(Article::details)
        .filter(Details.Page.class::isInstance)
        .flatMap(d -> ((Details.Page) d).summary())
        .orElse("");
  }

  /** Critical, or not yet finished; and still valid. */
  private static boolean isUrgent(Article article) {
    return article.details() instanceof Details.Advisory d
        && d.withdrawn().isEmpty()
        && article.related("superseded_by").isEmpty()
        && (article.status() == Status.INTERIM
            || d.severity().equals(Optional.of(Severity.CRITICAL)));
  }

  /** Pages at the top of the site and the folders of pages. */
  static List<Ref> others(Edition edition) {
    List<Ref> others = new ArrayList<>();
    edition.of(Kind.PAGE).stream()
        .filter(page -> !page.id().id().contains("/"))
        .sorted(Comparator.comparing(Sections::order).thenComparing(Article::id))
        .forEach(p -> others.add(new Ref(p.id().id(), p.title(), Paths.relative(PATH, p.path()))));
    SortedMap<String, String> folders = Sections.folders(edition);
    folders.forEach((folder, title) -> others.add(new Ref("", title, folder + "/index.html")));
    if (edition.audience().isTeam()) {
      others.add(new Ref("", "Callers", CallersPage.PATH));
      others.add(new Ref("", "Audit", Audit.PATH));
    }
    return List.copyOf(others);
  }
}
