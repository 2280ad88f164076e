package org.cresset.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown of others: its headings go below ours, its links to places that are not here become
 * text, and no line of it opens a fence.
 */
final class Foreign {
  private static final Pattern CODE = Pattern.compile("^ {0,3}(```+|~~~+).*");
  private static final Pattern FENCE = Pattern.compile("^([ \\t>]*):::(.*)$");
  private static final Pattern HEADING = Pattern.compile("^( {0,3})(#{1,6})( .*|)$");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\n]*)\\]\\((?!https?://)<?([^)\\s>]*)>?[^)]*\\)");
  private static final Pattern DEFINITION =
      Pattern.compile("^ {0,3}\\[[^\\]]+\\]:\\s*(?!https?://).*");
  private static final int LONGEST = 4_000;

  private Foreign() {}

  static String markdown(String text) {
    if (text.lines().anyMatch(l -> l.length() > LONGEST)) {
      return Prose.paragraphs(text);
    }
    List<String> out = new ArrayList<>();
    String open = "";
    for (String line : Prose.visible(text).strip().lines().toList()) {
      var code = CODE.matcher(line);
      boolean fence = code.matches();
      if (fence && open.isEmpty()) {
        open = code.group(1);
      } else if (fence && line.strip().startsWith(open)) {
        open = "";
      }
      String shown = FENCE.matcher(line).replaceFirst("$1\\\\:::$2");
      out.add(fence || !open.isEmpty() ? shown : outside(shown));
    }
    if (!open.isEmpty()) {
      out.add(open);
    }
    return String.join("\n", out);
  }

  private static String outside(String line) {
    String lower =
        HEADING
            .matcher(line)
            .replaceFirst(m ->
                m.group(1)
                    + "#".repeat(Math.min(6, m.group(2).length() + 2))
                    + java.util.regex.Matcher.quoteReplacement(m.group(3)));
    String linked =
        LINK.matcher(lower)
            .replaceAll(m ->
                java.util.regex.Matcher.quoteReplacement(m.group(1) + " (" + m.group(2) + ")"));
    return DEFINITION.matcher(linked).matches() || linked.startsWith("!!!")
        ? "\\" + linked.strip()
        : linked;
  }
}
