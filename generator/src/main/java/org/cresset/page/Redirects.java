package org.cresset.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.model.FormerName;
import org.cresset.page.view.MovedView;

/**
 * A small page at each former address of the edition's documents, which leads to where they are.
 * None where another page lies, and none where two documents would have it.
 */
final class Redirects {
  private final Frame frame;
  private final Docs docs;
  private final Edition edition;

  Redirects(Frame frame, Docs docs) {
    this.frame = frame;
    this.docs = docs;
    this.edition = frame.edition();
  }

  /**
   * Their pages.
   *
   * @param others all other pages of the edition
   */
  List<Job> jobs(List<Job> others) {
    SortedMap<String, List<Article>> claims = new TreeMap<>();
    for (Article article : edition.articles().values()) {
      Set<String> paths = new HashSet<>();
      for (String alias : article.aliases()) {
        FormerName.of(article.id().kind(), alias).map(n -> path(n, article)).ifPresent(paths::add);
      }
      paths.forEach(path -> claims.computeIfAbsent(path, p -> new ArrayList<>()).add(article));
    }
    others.forEach(job -> claims.remove(job.path()));
    List<Job> jobs = new ArrayList<>();
    for (Map.Entry<String, List<Article>> claim : claims.entrySet()) {
      if (claim.getValue().size() == 1) {
        jobs.add(job(claim.getKey(), claim.getValue().getFirst()));
      }
    }
    return jobs;
  }

  private static String path(FormerName name, Article article) {
    return name.year()
        .map(year -> "advisories/" + year + "/" + name.id().folded() + "/index.html")
        .orElseGet(() -> Paths.page(name.id(), article.versions().initial()));
  }

  private Job job(String path, Article article) {
    Frame.Head head =
        new Frame.Head(
            article.id().kind().folder(), article.title(), "", "", Docs.own(edition, article));
    MovedView view = new MovedView(docs.ref(path, article), canonical(article));
    return frame.job(path, "moved.ftlh", head, List.of(view), prose -> view);
  }

  private Optional<String> canonical(Article article) {
    return edition.audience().isPublic()
        ? Optional.of(edition.site().url() + article.folder())
        : Optional.empty();
  }
}
