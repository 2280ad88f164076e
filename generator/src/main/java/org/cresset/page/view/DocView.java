package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/**
 * What every document's page shows.
 *
 * @param label the document's own marking, which the page's may exceed
 * @param readers who else may read it, in words; empty outside the team's editions
 * @param version empty where the kind has none
 * @param revisions newest first
 * @param changes how many versions followed the first
 * @param body the text, sanitised, its links resolved
 * @param contents headings of the whole page, in order
 * @param definitions glossary entries used on the page, as notes
 * @param folder the last part of its folder's name, by which its other forms are called
 */
public record DocView(
    String kind,
    String id,
    String title,
    Tag status,
    PageView.Label label,
    String readers,
    Optional<Time> embargo,
    Optional<String> lang,
    String version,
    Time initial,
    Time current,
    int changes,
    List<Revision> revisions,
    List<String> keywords,
    List<String> aliases,
    List<Reference> references,
    Optional<Time> review,
    List<Related> related,
    List<Attachment> attachments,
    SafeHtml body,
    List<Entry> contents,
    List<Definition> definitions,
    String folder) {
  /** A version. */
  public record Revision(String number, Time date, String summary) {}

  /** Something elsewhere. */
  public record Reference(String summary, String url, boolean external) {}

  /** Documents of one relation. */
  public record Related(String relation, String title, List<Ref> documents) {}

  /** A file to take away. */
  public record Attachment(String name, String title, String href, String sha256, String label) {}

  /** A line of the contents. */
  public record Entry(String id, String title) {}

  /** A pop-up. */
  public record Definition(String id, String term, String href, SafeHtml text) {}
}
