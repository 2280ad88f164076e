package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/** The glossary from A to Z. */
public record GlossaryView(String title, Optional<SafeHtml> intro, int count, List<Letter> letters)
    implements View {
  /** Entries of one letter; the anchor is such as {@code s_c}. */
  public record Letter(String anchor, String letter, List<Entry> entries) {}

  /** A term with its short definition, or another form of one, for which {@code see} is filled. */
  public record Entry(String term, String abbreviation, String href, String see, SafeHtml text) {}
}
