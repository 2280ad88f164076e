package org.cresset.scap;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The order of version numbers as people read them: numbers by value, so that 4.10 follows 4.9;
 * pre-releases before the release they lead to; 4.0 is 4.
 */
final class VersionOrder implements Comparator<String> {
  static final VersionOrder INSTANCE = new VersionOrder();

  private static final Pattern PART = Pattern.compile("[0-9]+|[a-z]+");
  private static final Map<String, Integer> BEFORE =
      Map.of(
          "dev",
          -7,
          "snapshot",
          -6,
          "alpha",
          -5,
          "a",
          -5,
          "beta",
          -4,
          "b",
          -4,
          "milestone",
          -3,
          "pre",
          -2,
          "rc",
          -1);

  private VersionOrder() {}

  @Override
  public int compare(String a, String b) {
    List<String> left = parts(a);
    List<String> right = parts(b);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      int order = part(i < left.size() ? left.get(i) : "", i < right.size() ? right.get(i) : "");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<String> parts(String version) {
    String plain = version.toLowerCase(Locale.ROOT).replaceFirst("^v(?=[0-9])", "");
    return PART.matcher(plain).results().map(MatchResult::group).toList();
  }

  /** An empty part is the end of a version: before numbers but 0, after what comes before it. */
  private static int part(String a, String b) {
    int order = Integer.compare(rank(a), rank(b));
    if (order != 0) {
      return order;
    }
    return rank(a) == 0 ? 0 : number(a) ? numbers(a, b) : a.compareTo(b);
  }

  /** Pre-releases, the end (and zeros, which say nothing), other words, numbers. */
  private static int rank(String part) {
    if (number(part)) {
      return strip(part).isEmpty() ? 0 : 2;
    }
    return part.isEmpty() ? 0 : BEFORE.getOrDefault(part, 1);
  }

  private static boolean number(String part) {
    return !part.isEmpty() && Character.isDigit(part.charAt(0));
  }

  private static int numbers(String a, String b) {
    String left = strip(a);
    String right = strip(b);
    int length = Integer.compare(left.length(), right.length());
    return length != 0 ? length : left.compareTo(right);
  }

  private static String strip(String number) {
    return number.replaceFirst("^0+", "");
  }
}
