package org.cresset.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.cresset.marking.Label;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.MarkedText;
import org.cresset.model.Reference;
import org.cresset.model.Severity;
import org.cresset.model.Status;

/**
 * A document as one audience may see it: text that this audience may not read has been cut, links
 * that it could not follow have been left out.
 *
 * @param path its page's path from the root of the site
 * @param label what the reader sees of its marking: the highest of what is shown here
 * @param readers who else may read it, in words for the team's editions; empty elsewhere
 * @param shown what this edition has shown of its versions
 * @param details what only its kind has, cut
 * @param body cut Markdown
 * @param links every link destination in the body or in Markdown values that leads to a document of
 *     this edition, as the author wrote it
 * @param assets every attachment this reader may have, by the destination the author wrote or the
 *     file name
 * @param related documents this one belongs with, by relation: {@code supersedes}, {@code
 *     superseded_by}, {@code implements}, {@code implemented_by}, {@code advisories}, {@code
 *     reports}, {@code related}, {@code part_of}, {@code parts}, {@code see}, {@code of}
 */
public record Article(
    DocumentId id,
    String path,
    Label label,
    String readers,
    String title,
    Status status,
    Optional<Instant> embargo,
    Optional<String> lang,
    List<String> keywords,
    List<String> aliases,
    List<Reference> references,
    Optional<LocalDate> reviewOn,
    Versions versions,
    Shown shown,
    Details details,
    MarkedText body,
    SortedMap<String, Link> links,
    SortedMap<String, Asset> assets,
    SortedMap<String, List<Link>> related) {

  /** The related documents of that relation, or none. */
  public List<Link> related(String relation) {
    return related.getOrDefault(relation, List.of());
  }

  /** The folder of its page, ending with a slash, beside whose page its other forms lie. */
  public String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** When it began: a case when it was logged, all else when it was first issued. */
  public Instant began() {
    return details instanceof Details.Report r
        ? r.times().logged().orElse(versions.initial())
        : versions.initial();
  }

  /** How severe it is, where its kind can be and somebody said so. */
  public Optional<Severity> severity() {
    return switch (details) {
      case Details.Advisory d -> d.severity();
      case Details.Report d -> d.severity();
      default -> Optional.empty();
    };
  }

  /** This article as something to point to. */
  public Link link() {
    return new Link(id, title, path);
  }
}
