package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/**
 * What every document's page shows.
 *
 * @param label the document's own marking, which the page's may exceed
 * @param readers who else may read it, in words; empty outside the team's editions
 * @param origin from whom it came; empty for what is the team's own, and outside its editions
 * @param held who else has more about it; empty outside the team's editions
 * @param version empty where the kind has none
 * @param revisions newest first
 * @param changes how many versions followed the first
 * @param changed what changed from version to version, newest first, as far as this edition has
 *     shown them
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
    String origin,
    String held,
    Optional<Time> embargo,
    Optional<String> lang,
    String version,
    Time initial,
    Time current,
    int changes,
    List<Revision> revisions,
    List<Changed> changed,
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

  /**
   * What changed from one version to the next that is known.
   *
   * @param summary how much, such as {@code 2 facts, 3 passages}
   * @param whole whether the texts are too different to be compared
   */
  public record Changed(
      String from,
      String to,
      String summary,
      List<Fact> facts,
      List<Passage> passages,
      boolean whole) {}

  /** A value that changed; empty where it was not there. */
  public record Fact(String name, String before, String after) {}

  /**
   * A piece of text that changed.
   *
   * @param section the heading it stands under, or empty
   */
  public record Passage(String section, List<Piece> pieces) {}

  /**
   * Words in a row.
   *
   * @param fate {@code kept}, {@code skipped}, {@code added}, {@code removed}, or {@code gone},
   *     where the text is only how many they were
   */
  public record Piece(String fate, String text) {}

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
