package org.cresset.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.edition.Affected;
import org.cresset.edition.Link;
import org.cresset.edition.Versions;
import org.cresset.model.Details;
import org.cresset.model.Status;
import org.cresset.scap.Match;

/** The public advisories that touch software of one registered organisation. */
final class Touched {
  private static final Comparator<Affected> CERTAIN_THEN_NEWEST =
      Comparator.comparing((Affected a) -> !a.certain())
          .thenComparing(Comparator.comparing(Affected::current).reversed())
          .thenComparing(Affected::id);

  private Touched() {}

  /**
   * Those that are still valid.
   *
   * @param open the documents that anyone may read
   */
  static List<Affected> by(Organisation organisation, Library open, Links links, Dating dating) {
    List<Affected> touched = new ArrayList<>();
    for (Document document : open.documents().values()) {
      if (document.details() instanceof Details.Advisory a
          && document.status() != Status.WITHDRAWN) {
        List<Match> matches = Match.of(organisation.software(), a.products());
        if (!matches.isEmpty()) {
          touched.add(affected(document, a, matches, links.outside(document), dating));
        }
      }
    }
    touched.sort(CERTAIN_THEN_NEWEST);
    return List.copyOf(touched);
  }

  private static Affected affected(
      Document document, Details.Advisory a, List<Match> matches, Link link, Dating dating) {
    Versions versions = dating.versions(document);
    return new Affected(
        document.id(),
        document.title(),
        a.action(),
        a.severity(),
        Objects.requireNonNull(versions.current()),
        link.path(),
        matches.stream().anyMatch(Match::certain),
        matches.stream().map(Match::reason).toList());
  }
}
