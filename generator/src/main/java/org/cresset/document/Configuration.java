package org.cresset.document;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Team;
import org.cresset.model.TriageTarget;
import org.cresset.problem.Span;

/**
 * {@code cresset.yaml}: the team, the editions, the rules of the site.
 *
 * @param comparesCommitted whether earlier versions that stand in the history count as shown,
 *     though no release is known that showed them
 */
public record Configuration(
    Team team,
    Optional<String> press,
    SiteOptions site,
    List<EditionOptions> editions,
    Signing signing,
    int validForDays,
    Optional<String> continues,
    boolean comparesCommitted,
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
      Optional<Instant> securityTxtExpires,
      Span securityTxtAt) {}

  /**
   * Which keys sign. Fingerprints are those of primary keys, 40 hexadecimal digits in upper case.
   *
   * @param key the one that signs; empty: the single one there is
   * @param byGpg whether gpg-agent keeps it, or a card
   * @param next the one that is announced to follow
   * @param retired until when earlier ones served, that second included
   */
  public record Signing(
      Optional<String> key,
      boolean byGpg,
      Optional<String> next,
      SortedMap<String, Instant> retired) {
    static final Signing STANDARD =
        new Signing(Optional.empty(), false, Optional.empty(), new TreeMap<>());
  }

  /**
   * One entry of {@code editions}.
   *
   * @param readers {@code anyone}, {@code team}, {@code each constituent}, {@code each partner},
   *     {@code each vendor}, or a register id
   */
  public record EditionOptions(String id, String readers, boolean sealed, Span at) {}
}
