package org.cresset.text;

import java.util.List;

/**
 * A text fitted into a page.
 *
 * @param terms the terms it links, in the order of first use; the page shows a note for each, with
 *     the id {@link Glossary.Entry#noteId}
 */
public record Woven(SafeHtml html, List<Glossary.Entry> terms) {
  public Woven {
    terms = List.copyOf(terms);
  }
}
