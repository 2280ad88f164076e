package org.cresset.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Intro;
import org.cresset.edition.Paths;
import org.cresset.marking.Label;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.page.view.SectionView;

/** Folders of pages: a list for each that has no page of its own. */
final class Sections {
  private static final Comparator<Article> ORDER =
      Comparator.comparing(Sections::order).thenComparing(Article::id);

  private final Frame frame;

  Sections(Frame frame) {
    this.frame = frame;
  }

  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    folders(frame.edition()).forEach((folder, title) -> jobs.add(job(folder, title)));
    return jobs;
  }

  private Job job(String folder, String title) {
    String path = folder + "/index.html";
    List<Article> pages = pages(frame.edition(), folder);
    Label label = frame.label(pages).with(frame.introLabel(folder));
    return frame.job(
        path,
        "section.ftlh",
        new Frame.Head(folder, title, "", "", label),
        List.of(frame.digests(pages), frame.intro(folder)),
        prose ->
            new SectionView(
                title,
                frame.introText(folder, prose),
                prose.definitions(),
                pages.stream().map(page -> entry(path, page)).toList()));
  }

  private static SectionView.Entry entry(String from, Article page) {
    String summary =
        page.details() instanceof Details.Page details ? Words.orEmpty(details.summary()) : "";
    return new SectionView.Entry(
        page.title(), Paths.relative(from, page.path()), summary, Words.label(page.label()));
  }

  static List<Article> pages(Edition edition, String folder) {
    return edition.of(Kind.PAGE).stream()
        .filter(page -> page.id().folded().startsWith(folder + "/"))
        .sorted(ORDER)
        .toList();
  }

  /** A page's place among its neighbours; those without come last. */
  static int order(Article article) {
    return article.details() instanceof Details.Page page
        ? page.order().orElse(Integer.MAX_VALUE)
        : Integer.MAX_VALUE;
  }

  /** Titles of the top folders that hold pages and have no page of their own. */
  static SortedMap<String, String> folders(Edition edition) {
    SortedMap<String, String> folders = new TreeMap<>();
    for (Article page : edition.of(Kind.PAGE)) {
      String[] parts = page.id().folded().split("/", 2);
      if (parts.length > 1) {
        folders.put(parts[0], title(edition, parts[0]));
      }
    }
    edition.of(Kind.PAGE).forEach(page -> folders.remove(page.id().folded()));
    return folders;
  }

  /** As its introduction says, else the folder's name. */
  private static String title(Edition edition, String folder) {
    Intro intro = edition.intros().get(folder);
    return intro == null ? Words.capital(folder.replace('-', ' ')) : intro.title();
  }
}
