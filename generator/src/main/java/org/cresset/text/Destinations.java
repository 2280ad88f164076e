package org.cresset.text;

import java.util.Locale;
import java.util.Set;

/** Which addresses a link may have, judged on the decoded address. */
final class Destinations {
  private static final Set<String> ABSOLUTE = Set.of("http", "https", "mailto", "tel");
  private static final Set<String> OWN = Set.of("doc", "term");

  private Destinations() {}

  enum Verdict {
    /** Leads out of the site and is used as it is. */
    ABSOLUTE,
    /** To be resolved: relative, {@code doc:}, {@code term:}, or a fragment. */
    OWN,
    /** Some other scheme, or an address that browsers read otherwise than people. */
    REFUSED,
    /** Holds characters that nobody would see. */
    HIDDEN
  }

  static Verdict judge(String destination) {
    if (destination.indexOf('\n') >= 0
        || destination.indexOf('\t') >= 0
        || Escape.hidden(destination, 0) >= 0) {
      return Verdict.HIDDEN;
    }
    if (destination.indexOf('\\') >= 0
        || destination.startsWith("//")
        || (!destination.isEmpty() && destination.charAt(0) <= ' ')) {
      return Verdict.REFUSED;
    }
    String scheme = scheme(destination);
    if (scheme.isEmpty() || OWN.contains(scheme)) {
      return Verdict.OWN;
    }
    return ABSOLUTE.contains(scheme) ? Verdict.ABSOLUTE : Verdict.REFUSED;
  }

  /** What stands before the first colon, unless a slash, query or fragment comes first. */
  private static String scheme(String destination) {
    for (int i = 0; i < destination.length(); i++) {
      switch (destination.charAt(i)) {
        case ':' -> {
          return i == 0 ? ":" : destination.substring(0, i).toLowerCase(Locale.ROOT);
        }
        case '/', '?', '#' -> {
          return "";
        }
        default -> {}
      }
    }
    return "";
  }
}
