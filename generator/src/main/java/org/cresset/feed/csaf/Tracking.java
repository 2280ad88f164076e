package org.cresset.feed.csaf;

import java.util.Comparator;
import java.util.List;
import org.cresset.edition.Article;
import org.cresset.edition.Versions;
import org.cresset.json.Members;
import org.cresset.model.Revision;
import org.cresset.model.Status;

/** The id of an advisory, its state and its versions (section 3.2.1.12). */
final class Tracking {
  private Tracking() {}

  static Members of(Article article) {
    Versions versions = article.versions();
    return new Members()
        .with("aliases", article.aliases().stream().distinct().toList())
        .with("current_release_date", versions.current())
        // No version: the bytes of a release do not change because the program was updated.
        .with("generator", new Members().with("engine", new Members().with("name", "Cresset")))
        .with("id", article.id().id())
        .with("initial_release_date", versions.initial())
        .with("revision_history", history(versions))
        .with("status", status(article.status()))
        .with("version", versions.number());
  }

  private static List<Members> history(Versions versions) {
    List<Revision> history =
        versions.history().isEmpty()
            ? List.of(new Revision(versions.number(), versions.current(), "First release"))
            : versions.history();
    return history.stream()
        .sorted(Comparator.comparing(Revision::date))
        .map(r ->
            new Members()
                .with("date", r.date())
                .with("number", r.number())
                .with("summary", r.summary().isBlank() ? "Version " + r.number() : r.summary()))
        .toList();
  }

  /** 2.0 knows no withdrawn state; the title and a note say it. */
  private static String status(Status status) {
    return switch (status) {
      case DRAFT -> "draft";
      case INTERIM -> "interim";
      default -> "final";
    };
  }
}
