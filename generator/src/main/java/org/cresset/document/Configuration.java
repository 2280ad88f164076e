package org.cresset.document;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.cresset.edition.Team;
import org.cresset.model.TriageTarget;
import org.cresset.problem.Span;

/** {@code cresset.yaml}: the team, the editions, the rules of the site. */
public record Configuration(
    Team team,
    SiteOptions site,
    List<EditionOptions> editions,
    Optional<String> signingKey,
    boolean signingByGpg,
    int validForDays,
    Optional<String> continues,
    SortedMap<String, List<String>> groups,
    List<String> methods,
    Period reportRetention,
    Period registerReview,
    SortedMap<Integer, TriageTarget> triage,
    SortedMap<String, String> ids,
    String mailSubject) {
  /** What mail is called where the team says nothing else. */
  static final String MAIL_SUBJECT = "[{tlp}] {id}: {title}";

  /** Where the public edition is served, and what else the pages should offer. */
  public record SiteOptions(
      String url,
      String lang,
      Optional<String> historyUrl,
      Optional<String> archiveUrl,
      Optional<Instant> securityTxtExpires) {}

  /**
   * One entry of {@code editions}.
   *
   * @param readers {@code anyone}, {@code team}, {@code each constituent}, {@code each partner},
   *     {@code each vendor}, or a register id
   */
  public record EditionOptions(String id, String readers, boolean sealed, Span at) {}
}
