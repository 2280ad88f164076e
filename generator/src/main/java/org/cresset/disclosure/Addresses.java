package org.cresset.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and networks that lie in registered ranges. */
final class Addresses {
  private static final int LONGEST = 100;
  private static final Pattern V4 =
      Pattern.compile(
          "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3}|[xX]{1,3}|\\*)(/\\d{1,2})?");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]{2,39}(/\\d{1,3})?");
  private static final String DOT =
      "(?:\\.|\\s?[\\[({\\\\]{1,2}(?:\\.|dot)[\\])}]{0,2}|\\.\\]| dot )";
  private static final Pattern LONG_V4 =
      Pattern.compile(
          "(?i)\\d{1,3}(?:"
              + DOT
              + "\\d{1,3}){2}"
              + DOT
              + "(?:\\d{1,3}|x{1,3}|\\*)(?:/\\d{1,2}(?!\\d))?");
  private static final Pattern LONG_V6 =
      Pattern.compile("(?:[0-9A-Fa-f]{0,4}\\[?:\\]?){2,8}[0-9A-Fa-f]{0,4}(?:/\\d{1,3})?");

  private record Range(String organisation, Network network) {}

  private final List<Range> ranges = new ArrayList<>();

  void add(String organisation, Network network) {
    // Addresses that everybody uses inside tell nothing of anyone.
    if (!network.isEverybodys()) {
      ranges.add(new Range(organisation, network));
    }
  }

  /** Looks at the address that begins with that word. */
  void find(Tokens tokens, int i, Set<Hit> hits) {
    if (ranges.isEmpty() || tokens.length(i) > 4 || i + 1 >= tokens.size()) {
      return;
    }
    String text = tokens.text();
    int end = tokens.end(i);
    char next = text.charAt(end);
    if (tokens.length(i) <= 3 && tokens.isNumber(i) && ".[({\\ ".indexOf(next) >= 0) {
      match(LONG_V4, tokens, i, hits);
    } else if (next == ':' || text.startsWith("[:", end)) {
      match(LONG_V6, tokens, i, hits);
    }
  }

  private void match(Pattern pattern, Tokens tokens, int i, Set<Hit> hits) {
    String text = tokens.text();
    int start = tokens.start(i);
    if (start > 0 && isPartOfMore(text, start)) {
      return;
    }
    Matcher m = pattern.matcher(text).region(start, Math.min(text.length(), start + LONGEST));
    if (m.lookingAt() && !goesOn(text, m.end())) {
      network(Defanged.mend(m.group()), text, m.end())
          .ifPresent(network -> {
            for (Range range : ranges) {
              if (range.network().contains(network)) {
                hits.add(new Hit(start, m.end(), range.organisation(), Sort.HOST));
              }
            }
          });
    }
  }

  private static boolean isPartOfMore(String text, int start) {
    char before = text.charAt(start - 1);
    boolean joined = before == '.' || before == ':' || before == '_';
    return joined && start > 1 && Character.isLetterOrDigit(text.charAt(start - 2));
  }

  private static boolean goesOn(String text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == '.'
        && Character.isDigit(text.charAt(end + 1));
  }

  private static Optional<Network> network(String text, String all, int end) {
    Matcher v4 = V4.matcher(text);
    if (!v4.matches()) {
      return V6.matcher(text).matches() ? Network.parse(text) : Optional.empty();
    }
    if (!Character.isDigit(v4.group(4).charAt(0))) {
      return Network.parse(v4.replaceFirst("$1.$2.$3.0/24"));
    }
    return all.startsWith(".in-addr.arpa", end)
        ? Network.parse(v4.group(4) + "." + v4.group(3) + "." + v4.group(2) + "." + v4.group(1))
        : Network.parse(text);
  }
}
