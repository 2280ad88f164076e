package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/** The glossary from A to Z. */
public record GlossaryView(String title, Optional<SafeHtml> intro, int count, List<Letter> letters)
    implements View {
  /**
   * @param id an anchor, such as {@code letter-c}
   */
  public record Letter(String id, String letter, List<Entry> entries) {}

  /**
   * @param see the entry's name where this is another form of it, else empty
   */
  public record Entry(String term, String abbreviation, String href, String see, String text) {}
}
