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
import org.cresset.edition.Article;
import org.cresset.model.Details;
import org.cresset.model.MarkedText;
import org.cresset.model.Severity;

/** Makes of an article what is searched of it. */
final class Documents {
  private static final int EXCERPT = 480;

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
    return new SearchDocument(
        article.id(),
        article.title(),
        article.path(),
        day(article),
        severity(article),
        excerpt,
        texts.text(),
        values(article));
  }

  /** When a case was logged; else when the first version was released. */
  static Instant date(Article article) {
    Optional<Instant> logged =
        article.details() instanceof Details.Report r ? r.times().logged() : Optional.empty();
    return logged.orElse(article.versions().initial());
  }

  private static LocalDate day(Article article) {
    return date(article).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String severity(Article article) {
    return article.severity().map(Severity::token).orElse("");
  }

  /** What can be asked for by the name of a field. */
  static SortedMap<Field, List<String>> values(Article article) {
    String severity = severity(article);
    SortedMap<Field, List<String>> values = new TreeMap<>();
    values.put(Field.KIND, List.of(kind(article)));
    values.put(Field.DATE, List.of(day(article).toString()));
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
    line = oneLine(line);
    if (line.length() <= EXCERPT) {
      return line;
    }
    int cut = line.lastIndexOf(' ', EXCERPT);
    return line.substring(0, cut > EXCERPT / 2 ? cut : line.offsetByCodePoints(0, EXCERPT / 2))
        + " …";
  }

  /** As much of a text as an excerpt needs, and a little more, every space a single one. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(EXCERPT + 2);
    boolean space = false;
    for (int i = 0; i < text.length() && line.length() < EXCERPT + 2; i++) {
      char c = text.charAt(i);
      boolean isSpace = c == ' ' || (c >= '\t' && c <= '\r');
      if (!isSpace || !space) {
        line.append(isSpace ? ' ' : c);
      }
      space = isSpace;
    }
    return line.toString();
  }
}
