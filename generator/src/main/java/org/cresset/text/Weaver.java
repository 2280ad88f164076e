package org.cresset.text;

import java.util.List;

/**
 * The second pass: fits a rendered text into one page of one edition. Resolves the destinations of
 * links and images, takes away the {@code <a>} of those that lead nowhere (the words stay), and
 * links glossary terms at their first use in a section, which goes from one heading to the next;
 * never in headings, links, code or labels.
 */
public final class Weaver {
  private Weaver() {}

  /** The text for that place. */
  public static Woven weave(Rendered text, Glossary glossary, Place place) {
    if (isFitting(text, glossary, place)) {
      return new Woven(text.html(), List.of());
    }
    return new Weaving(text, glossary, place).run();
  }

  /** Whether nothing in a text depends on its place. */
  private static boolean isFitting(Rendered text, Glossary glossary, Place place) {
    String html = text.html().toString();
    boolean withoutIds =
        place.idPrefix().isEmpty() || !(html.contains(" id=\"") || html.contains(" href=\"#"));
    return html.isEmpty() || (text.links().isEmpty() && glossary.entries().isEmpty() && withoutIds);
  }
}
