package org.cresset.page;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Intro;
import org.cresset.model.Details;
import org.cresset.model.Kind;

/** Folders of pages. */
final class Sections {
  private Sections() {}

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
  static String title(Edition edition, String folder) {
    Intro intro = edition.intros().get("pages/" + folder);
    return intro == null ? Words.capital(folder.replace('-', ' ')) : intro.title();
  }
}
