package org.cresset.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ids of the headings of one text. */
final class Slugs {
  private static final int LONGEST = 80;

  /** What the ids of footnotes and of notes on terms begin with. */
  private static final Set<String> RESERVED = Set.of("fn", "fnref", "def");

  private final Set<String> used = new HashSet<>();
  private final Map<String, Integer> last = new HashMap<>();

  /** Letters and digits in lower case, other characters as single hyphens, made unique. */
  String next(String text) {
    String slug = slug(text);
    String id = slug;
    int n = last.getOrDefault(slug, 1);
    while (!used.add(id)) {
      n++;
      id = slug + "-" + n;
    }
    last.put(slug, n);
    return id;
  }

  private static String slug(String text) {
    StringBuilder out = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && out.length() < LONGEST; i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-' && c != '\'') {
        out.append('-');
      }
    }
    while (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
      out.setLength(out.length() - 1);
    }
    if (out.isEmpty()) {
      return "section";
    }
    String slug = out.toString();
    return RESERVED.contains(slug.split("-", 2)[0]) ? "section-" + slug : slug;
  }
}
