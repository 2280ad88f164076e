package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may be link destinations in Markdown, quickly and generously: also in code, where they
 * mean nothing. Whoever needs certainty asks the parser.
 */
public final class LinkScanner {
  private static final Pattern DESTINATION =
      Pattern.compile("\\]\\(\\s*<?([^\\s()<>]+)|(?m)^ {0,3}\\[[^\\]\\n]+\\]:\\s*<?([^\\s<>]+)");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?!doc:|term:)[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");

  private LinkScanner() {}

  /** A destination and where it begins. */
  public record Use(String destination, int offset) {}

  /** Destinations that lead to this collection: relative ones, {@code doc:} and {@code term:}. */
  public static List<Use> scan(String markdown) {
    if (!markdown.contains("](") && !markdown.contains("]:")) {
      return List.of();
    }
    List<Use> uses = new ArrayList<>();
    Matcher m = DESTINATION.matcher(markdown);
    while (m.find()) {
      int group = m.group(1) != null ? 1 : 2;
      String destination = m.group(group);
      if (!destination.startsWith("#") && !ELSEWHERE.matcher(destination).matches()) {
        uses.add(new Use(destination, m.start(group)));
      }
    }
    return uses;
  }
}
