package org.cresset.edition.seen;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cresset.edition.Article;
import org.cresset.model.Details;
import org.cresset.model.Sighting;

/**
 * Names that some report or small event lists: domains, addresses of mail, URLs, files and tools,
 * which are looked for in all texts as they were written.
 */
final class Known {
  private static final Set<String> TYPES = Set.of("domain", "email", "url", "file", "tool");
  private static final Pattern BETWEEN = Pattern.compile("[\\s<>\"'`()\\[\\],;|]+");
  private static final Pattern END = Pattern.compile("[.:!?*_]+$");
  private static final int SHORTEST = 4;
  private static final int MOST_WORDS = 8;

  private final Map<String, Indicator> names = new HashMap<>();
  private int words = 1;

  static Known of(List<Article> reports, List<Sighting> sightings) {
    Known known = new Known();
    for (Article article : reports) {
      if (article.details() instanceof Details.Report d) {
        d.observables().forEach(o -> known.add(Indicator.of(o.type(), o.value())));
      }
    }
    sightings.forEach(s -> known.add(Indicator.of(s.type(), s.value())));
    return known;
  }

  private void add(Indicator indicator) {
    String name = indicator.value().toLowerCase(Locale.ROOT);
    int count = BETWEEN.split(name).length;
    if (TYPES.contains(indicator.type()) && name.length() >= SHORTEST && count <= MOST_WORDS) {
      names.putIfAbsent(String.join(" ", BETWEEN.split(name)), indicator);
      words = Math.max(words, count);
    }
  }

  /** Adds those that a text names. */
  void find(String text, Set<Indicator> found) {
    if (names.isEmpty()) {
      return;
    }
    String[] parts = BETWEEN.split(text.toLowerCase(Locale.ROOT));
    for (int from = 0; from < parts.length; from++) {
      StringBuilder name = new StringBuilder();
      for (int to = from; to < Math.min(parts.length, from + words); to++) {
        name.append(name.isEmpty() ? "" : " ").append(parts[to]);
        Indicator indicator = names.get(name.toString());
        if (indicator == null && END.matcher(name).find()) {
          indicator = names.get(END.matcher(name).replaceAll(""));
        }
        if (indicator != null) {
          found.add(indicator);
        }
      }
    }
  }
}
