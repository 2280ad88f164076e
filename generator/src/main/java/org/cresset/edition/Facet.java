package org.cresset.edition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Product;
import org.cresset.model.Severity;

/**
 * One way to divide a list, with a list of its own for each value.
 *
 * @param name such as Year
 * @param folder where the lists lie, such as {@code advisories/severity}
 * @param values of an article
 * @param order of the values
 */
public record Facet(
    String name, String folder, Function<Article, List<String>> values, Comparator<String> order) {

  private static final List<String> LENGTHS =
      List.of("less than a day", "1 to 7 days", "8 to 30 days", "more than 30 days");

  /** The ways in which documents of that kind are divided. */
  public static List<Facet> of(Kind kind) {
    return switch (kind) {
      case ADVISORY ->
          List.of(
              years("advisories"),
              severities("advisories"),
              new Facet("Product", "advisories/product", Facet::products, byName()));
      case REPORT ->
          List.of(
              years("reports/year"),
              new Facet("Occurred", "reports/occurred", Facet::occurred, Comparator.reverseOrder()),
              severities("reports"),
              new Facet("Status", "reports/status", Facet::status, byName()),
              new Facet("Method", "reports/method", a -> report(a).methods(), byName()),
              new Facet("Site", "reports/site", a -> report(a).sites(), byName()),
              new Facet("Software", "reports/software", a -> report(a).software(), byName()),
              new Facet("Location", "reports/location", a -> report(a).locations(), byName()),
              new Facet(
                  "Duration",
                  "reports/duration",
                  Facet::duration,
                  Comparator.comparing(LENGTHS::indexOf)));
      case NOTICE ->
          List.of(years("notices/year"), new Facet("Type", "notices/type", Facet::type, byName()));
      case POLICY, TERM, PAGE -> List.of();
    };
  }

  /** The articles of each value, values in order. */
  public SortedMap<String, List<Article>> divide(List<Article> articles) {
    SortedMap<String, List<Article>> parts = new TreeMap<>(order.thenComparing(byName()));
    Map<String, List<Article>> met = new HashMap<>();
    for (Article article : articles) {
      values.apply(article).stream()
          .distinct()
          .map(value -> met.computeIfAbsent(value, v -> part(parts, v)))
          .forEach(part -> part.add(article));
    }
    return parts;
  }

  private static List<Article> part(SortedMap<String, List<Article>> parts, String value) {
    return parts.computeIfAbsent(value, v -> new ArrayList<>());
  }

  /** Whether each of its lists can be followed by a feed in the same folder. */
  public boolean hasFeeds() {
    return folder.equals("advisories/severity") || folder.equals("advisories/product");
  }

  /** The folder of one value's list. */
  public String folder(String value) {
    return folder + "/" + Slugs.slug(value);
  }

  private static Facet years(String folder) {
    return new Facet(
        "Year", folder, a -> List.of(Paths.year(a.began())), Comparator.reverseOrder());
  }

  private static Facet severities(String folder) {
    List<String> ranks = Arrays.stream(Severity.values()).map(Severity::token).toList().reversed();
    return new Facet(
        "Severity",
        folder + "/severity",
        a -> a.severity().map(s -> List.of(s.token())).orElse(List.of()),
        Comparator.comparing(ranks::indexOf));
  }

  private static List<String> products(Article article) {
    return article.details() instanceof Details.Advisory d
        ? d.products().stream().map(Product::productName).toList()
        : List.of();
  }

  private static List<String> status(Article article) {
    return List.of(article.status().token().replace('_', ' '));
  }

  private static List<String> type(Article article) {
    return article.details() instanceof Details.Notice d
        ? List.of(d.type().replace('_', ' '))
        : List.of();
  }

  private static List<String> occurred(Article article) {
    return report(article).times().occurred().map(Paths::year).stream().toList();
  }

  private static List<String> duration(Article article) {
    return report(article).times().duration().map(Duration::toDays).stream()
        .map(days -> LENGTHS.get(days < 1 ? 0 : days <= 7 ? 1 : days <= 30 ? 2 : 3))
        .toList();
  }

  private static Details.Report report(Article article) {
    if (article.details() instanceof Details.Report report) {
      return report;
    }
    throw new IllegalArgumentException(article.id() + " is not a report");
  }

  /** Without regard to case: names that differ in nothing else are one value. */
  private static Comparator<String> byName() {
    return Comparator.comparing(name -> name.toLowerCase(Locale.ROOT));
  }
}
