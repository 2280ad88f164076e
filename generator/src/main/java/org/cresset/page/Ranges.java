package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Version ranges in words; what isn't understood is shown as it was written. */
final class Ranges {
  private static final Pattern VERS = Pattern.compile("vers:[a-z0-9.-]+/(.+)");
  private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=|!=)?\\s*([^\\s<>=!|]+)");

  private Ranges() {}

  /** All ranges, such as {@code 4.0 and later, before 4.2.7}; empty for none. */
  static String words(List<String> ranges) {
    return String.join("; ", ranges.stream().map(Ranges::words).toList());
  }

  private static String words(String range) {
    if (range.equals("*")) {
      return "all versions";
    }
    Matcher vers = VERS.matcher(range);
    String bounds = vers.matches() ? vers.group(1).replace('|', ' ') : range;
    List<String> words = new ArrayList<>();
    Matcher bound = BOUND.matcher(bounds);
    int end = 0;
    while (bound.find()) {
      if (!bounds.substring(end, bound.start()).isBlank()) {
        return range;
      }
      String operator = bound.group(1) == null ? "" : bound.group(1);
      words.add(bound(operator, bound.group(2)));
      end = bound.end();
    }
    boolean isPlain = words.size() > 1 && !bounds.matches(".*[<>=].*");
    return end < bounds.length() || isPlain ? range : String.join(", ", words);
  }

  private static String bound(String operator, String version) {
    return switch (operator) {
      case ">=" -> version + " and later";
      case ">" -> "later than " + version;
      case "<=" -> "up to " + version;
      case "<" -> "before " + version;
      case "!=" -> "not " + version;
      default -> version;
    };
  }
}
