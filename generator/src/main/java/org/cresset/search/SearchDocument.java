package org.cresset.search;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;

/**
 * What is searched of an article.
 *
 * @param path of its page from the root of the site
 * @param date when it came to be: first released, logged, or changed
 * @param severity the word, or empty
 * @param excerpt the beginning of its text, on one line
 * @param text everything that is found by its words, the title aside
 * @param values by field; the field's name is the key's
 */
record SearchDocument(
    DocumentId id,
    String title,
    String path,
    LocalDate date,
    String severity,
    String excerpt,
    String text,
    SortedMap<Field, List<String>> values) {

  /**
   * The order of documents in an index, by which equally good ones are shown, the last first: that
   * of their dates. Terms and pages come before all others, since a change is all that gives them a
   * date, and it would move every document after them.
   */
  String order() {
    boolean dated = id.kind() != Kind.TERM && id.kind() != Kind.PAGE;
    return (dated ? date.toString() : "") + "/" + id;
  }
}
