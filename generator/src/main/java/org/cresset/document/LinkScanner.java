package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what may be link destinations in Markdown, quickly and generously: also in code, where they
 * mean nothing. Whoever needs certainty asks the parser.
 */
public final class LinkScanner {
  private static final Set<String> OWN = Set.of("doc:", "term:");

  private LinkScanner() {}

  /** A destination and where it begins. */
  public record Use(String destination, int offset) {}

  /** Destinations that lead to this collection: relative ones, {@code doc:} and {@code term:}. */
  public static List<Use> scan(String markdown) {
    List<Use> uses = new ArrayList<>();
    int close = markdown.indexOf(']');
    while (close >= 0 && close + 1 < markdown.length()) {
      char next = markdown.charAt(close + 1);
      if (next == '(' || (next == ':' && isDefinition(markdown, close))) {
        destination(markdown, close + 2)
            .filter(use -> isHere(use.destination()))
            .ifPresent(uses::add);
      }
      close = markdown.indexOf(']', close + 1);
    }
    return uses;
  }

  /** Whether the bracket before a colon began its line, after three blanks at most. */
  private static boolean isDefinition(String text, int close) {
    int start = text.lastIndexOf('\n', close) + 1;
    int open = start;
    while (open < close && open < start + 3 && text.charAt(open) == ' ') {
      open++;
    }
    return text.charAt(open) == '[' && text.indexOf('[', open) < close;
  }

  private static Optional<Use> destination(String text, int from) {
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (start < text.length() && text.charAt(start) == '<') {
      start++;
    }
    int end = start;
    while (end < text.length() && !endsDestination(text.charAt(end))) {
      end++;
    }
    return end > start ? Optional.of(new Use(text.substring(start, end), start)) : Optional.empty();
  }

  private static boolean endsDestination(char c) {
    return c <= ' ' || c == '(' || c == ')' || c == '<' || c == '>';
  }

  /** Whether a destination leads to this collection, rightly written or not. */
  public static boolean isHere(String d) {
    if (d.startsWith("#") || d.startsWith("//")) {
      return false;
    }
    int colon = d.indexOf(':');
    return colon <= 0
        || OWN.contains(d.substring(0, colon + 1).toLowerCase(Locale.ROOT))
        || !isScheme(d, colon);
  }

  private static boolean isScheme(String d, int colon) {
    for (int i = 0; i < colon; i++) {
      char c = d.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || "0123456789+.-".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }
}
