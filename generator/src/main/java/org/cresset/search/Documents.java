package org.cresset.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cresset.edition.Article;
import org.cresset.model.Details;
import org.cresset.model.MarkedText;
import org.cresset.model.Severity;

/** Makes of an article what is searched of it. */
final class Documents {
  private static final int EXCERPT = 480;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Function<MarkedText, String> plain;

  /**
   * @param plain the text of Markdown as a reader sees it
   */
  Documents(Function<MarkedText, String> plain) {
    this.plain = plain;
  }

  SearchDocument of(Article article) {
    Texts texts = new Texts(plain);
    texts.details(article.details());
    texts.markdown(article.body());
    String excerpt = excerpt(texts.text());
    texts.after(article);
    LocalDate date = date(article).atOffset(ZoneOffset.UTC).toLocalDate();
    String severity = severity(article.details()).map(Severity::token).orElse("");
    return new SearchDocument(
        article.id(),
        article.title(),
        article.path(),
        date,
        severity,
        excerpt,
        texts.text(),
        values(article, date, severity));
  }

  /** When a case was logged; else when the first version was released. */
  static Instant date(Article article) {
    Optional<Instant> logged =
        article.details() instanceof Details.Report r ? r.times().logged() : Optional.empty();
    return logged.orElse(article.versions().initial());
  }

  private static Optional<Severity> severity(Details details) {
    return switch (details) {
      case Details.Advisory a -> a.severity();
      case Details.Report r -> Optional.of(r.severity());
      default -> Optional.empty();
    };
  }

  private static SortedMap<Field, List<String>> values(
      Article article, LocalDate date, String severity) {
    SortedMap<Field, List<String>> values = new TreeMap<>();
    values.put(Field.KIND, List.of(kind(article)));
    values.put(Field.DATE, List.of(date.toString()));
    values.put(Field.STATUS, List.of(article.status().token()));
    values.put(Field.SEVERITY, severity.isEmpty() ? List.of() : List.of(severity));
    values.put(Field.KEYWORD, article.keywords());
    List<String> ids = new ArrayList<>(List.of(article.id().id()));
    ids.addAll(article.aliases());
    values.put(Field.ID, ids);
    switch (article.details()) {
      case Details.Advisory a -> AdvisoryValues.put(a, values);
      case Details.Report r -> ReportValues.put(r, values);
      default -> {}
    }
    return values;
  }

  /** The kind's word; procedures are named apart from policies. */
  private static String kind(Article article) {
    return article.details() instanceof Details.Policy p && p.type().equals("procedure")
        ? "procedure"
        : article.id().kind().name().toLowerCase(Locale.ROOT);
  }

  private static String excerpt(String text) {
    String line = text.substring(0, Math.min(text.length(), 4 * EXCERPT)).strip();
    line = SPACES.matcher(line).replaceAll(" ");
    if (line.length() <= EXCERPT) {
      return line;
    }
    int cut = line.lastIndexOf(' ', EXCERPT);
    return line.substring(0, cut > EXCERPT / 2 ? cut : line.offsetByCodePoints(0, EXCERPT / 2))
        + " …";
  }
}
