package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/**
 * A list of advisories, reports or notices.
 *
 * @param kind its token is the kind's word
 * @param count how many there are in all pages of the list
 * @param rows those on this page; none on a page that only offers choices
 * @param filters other lists of the same kind, in groups
 * @param feeds whether this list can be followed: {@code feed.atom} and {@code feed.json} lie
 *     beside
 * @param newer the page with newer ones, {@code older} that with older ones
 */
public record ListView(
    String title,
    Tag kind,
    Optional<SafeHtml> intro,
    List<DocView.Definition> definitions,
    int count,
    List<Row> rows,
    List<Filter> filters,
    boolean feeds,
    Optional<Ref> newer,
    Optional<Ref> older)
    implements View {
  /** A group of lists, such as the years. */
  public record Filter(String name, List<Choice> choices) {}

  /** A list; {@code href} leads there. */
  public record Choice(String title, String href, int count, boolean current) {}
}
