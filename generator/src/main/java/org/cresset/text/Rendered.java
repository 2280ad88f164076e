package org.cresset.text;

import java.util.List;

/**
 * A text after the first pass.
 *
 * @param html sanitised; link destinations still as the author wrote them, to be resolved by {@link
 *     Weaver}; never put on a page unwoven
 * @param headings in order
 * @param links every link, image and footnote, in the order of the HTML
 * @param problems an error among them means that {@code html} only shows the source
 */
public record Rendered(
    SafeHtml html, List<Heading> headings, List<LinkUse> links, List<TextProblem> problems) {
  public static final Rendered EMPTY =
      new Rendered(SafeHtml.EMPTY, List.of(), List.of(), List.of());

  public Rendered {
    headings = List.copyOf(headings);
    links = List.copyOf(links);
    problems = List.copyOf(problems);
  }
}
