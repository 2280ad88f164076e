package org.cresset.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.model.Details;
import org.cresset.page.view.Row;
import org.cresset.page.view.Tag;

/** Documents as rows of lists. */
final class Rows {
  /** By the newest change, then by id. */
  static final Comparator<Article> NEWEST_FIRST =
      Comparator.comparing((Article a) -> a.versions().current())
          .reversed()
          .thenComparing(Article::id);

  private final Edition edition;
  private final Words words;

  Rows(Edition edition, Words words) {
    this.edition = edition;
    this.words = words;
  }

  List<Row> rows(String from, List<Article> articles) {
    return articles.stream().map(a -> row(from, a)).toList();
  }

  private Row row(String from, Article a) {
    boolean changed = a.versions().current().isAfter(a.versions().initial());
    return new Row(
        a.id().id(),
        a.title(),
        Paths.relative(from, a.path()),
        severity(a),
        Words.tag(a.status().token()),
        line(a),
        facts(a),
        Words.label(Docs.own(edition, a)),
        words.time(a.began()),
        changed ? Optional.of(words.time(a.versions().current())) : Optional.empty());
  }

  static Optional<Tag> severity(Article a) {
    return a.severity().map(s -> Words.tag(s.token()));
  }

  private static String line(Article a) {
    return switch (a.details()) {
      case Details.Advisory d when d.withdrawn().isPresent() -> d.withdrawn().get().reason();
      case Details.Advisory d -> d.action();
      case Details.Report d -> Words.join(d.methods());
      case Details.Notice d -> d.type().replace('_', ' ');
      case Details.Page d -> d.summary().orElse("");
      default -> "";
    };
  }

  private static String facts(Article a) {
    return switch (a.details()) {
      case Details.Report d -> Words.join(d.sites());
      default -> "";
    };
  }
}
