package org.cresset.gate;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.edition.Versions;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;

/**
 * What one reader can follow: to documents of its edition, and from a member's edition to the
 * public site, by absolute addresses.
 */
final class Links {
  private final SortedMap<DocumentId, Link> here;
  private final Library elsewhere;
  private final String url;
  private final Function<Document, Versions> dating;
  private final Sections sections;

  /**
   * @param here to the documents of the edition
   * @param elsewhere the documents that this reader finds on the public site
   * @param url of the public site
   */
  Links(
      SortedMap<DocumentId, Link> here,
      Library elsewhere,
      String url,
      Function<Document, Versions> dating,
      Sections sections) {
    this.here = here;
    this.elsewhere = elsewhere;
    this.url = url;
    this.dating = dating;
    this.sections = sections;
  }

  /** The way to a document, if there is one. */
  Optional<Link> to(DocumentId id) {
    Link link = here.get(id);
    return link != null
        ? Optional.of(link)
        : Optional.ofNullable(elsewhere.documents().get(id)).map(this::outside);
  }

  Link outside(Document document) {
    String path = Paths.page(document.id(), dating.apply(document).initial());
    String folder = path.substring(0, path.length() - "index.html".length());
    return new Link(document.id(), document.title(), url + folder);
  }

  /** The way to a section's list page, if there is one. */
  Optional<Link> toSection(String folder) {
    DocumentId id = new DocumentId(Kind.PAGE, folder);
    String list = Sections.list(folder);
    if (sections.here().contains(folder)) {
      return Optional.of(
          new Link(id, folder, list.isEmpty() ? "index.html" : list + "/index.html"));
    }
    return sections.outside().contains(folder)
        ? Optional.of(new Link(id, folder, list.isEmpty() ? url : url + list + "/"))
        : Optional.empty();
  }
}
