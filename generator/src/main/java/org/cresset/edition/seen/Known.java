package org.cresset.edition.seen;

import java.util.BitSet;
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
  private static final String DELIMITERS = " \t\n\r<>\"'`()[],;|*";
  private static final Pattern BETWEEN = Pattern.compile("[\\s<>\"'`()\\[\\],;|*]+");
  private static final int SHORTEST = 4;
  private static final int MOST_WORDS = 8;

  private final Map<String, Indicator> names = new HashMap<>();
  private final BitSet starts = new BitSet();
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
    String[] parts = BETWEEN.split(indicator.value().toLowerCase(Locale.ROOT).strip());
    String name = String.join(" ", parts);
    if (TYPES.contains(indicator.type())
        && name.length() >= SHORTEST
        && parts.length <= MOST_WORDS) {
      names.putIfAbsent(name, indicator);
      starts.set(parts[0].length());
      words = Math.max(words, parts.length);
    }
  }

  /** Adds those that a text names. */
  void find(String text, Set<Indicator> found) {
    for (int start = names.isEmpty() ? text.length() : 0; start < text.length(); ) {
      int end = start;
      while (end < text.length() && DELIMITERS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      int last = trimmed(text, start, end);
      if (last > start && (starts.get(last - start) || starts.get(end - start))) {
        from(text, start, found);
      }
      start = end + 1;
    }
  }

  /** Looks for names of one or more words that begin there. */
  private void from(String text, int start, Set<Indicator> found) {
    StringBuilder name = new StringBuilder();
    int at = start;
    for (int count = 0; count < words && at < text.length(); count++) {
      int end = at;
      while (end < text.length() && DELIMITERS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String before = name.toString();
      String word = text.substring(at, end).toLowerCase(Locale.ROOT);
      name.append(name.isEmpty() ? "" : " ").append(word);
      add(name.toString(), found);
      int last = trimmed(text, at, end);
      if (last < end) {
        add(before + (before.isEmpty() ? "" : " ") + word.substring(0, last - at), found);
      }
      at = end;
      while (at < text.length() && DELIMITERS.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
  }

  private void add(String name, Set<Indicator> found) {
    Indicator indicator = names.get(name);
    if (indicator != null) {
      found.add(indicator);
    }
  }

  /** Where the word ends without the marks of its sentence. */
  private static int trimmed(String text, int start, int end) {
    int last = end;
    while (last > start && ".:!?*_".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }
}
