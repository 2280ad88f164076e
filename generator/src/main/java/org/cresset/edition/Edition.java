package org.cresset.edition;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.cresset.marking.Audience;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;

/**
 * All that one audience may see, made by the gate alone.
 *
 * @param asOf the time of the run; nothing but the manifest may show it
 * @param intros introductions by folder, such as {@code advisories} or {@code advisories/2026}
 * @param affected in a member's edition the public advisories that touch its software
 * @param team what only the team's own editions have
 * @param digests of the articles
 */
public record Edition(
    Audience audience,
    Site site,
    Instant asOf,
    SortedMap<DocumentId, Article> articles,
    SortedMap<String, Intro> intros,
    List<Affected> affected,
    TeamRecords team,
    ArticleDigests digests) {

  /** All that one audience may see. */
  public Edition(
      Audience audience,
      Site site,
      Instant asOf,
      SortedMap<DocumentId, Article> articles,
      SortedMap<String, Intro> intros,
      List<Affected> affected,
      TeamRecords team) {
    this(audience, site, asOf, articles, intros, affected, team, new ArticleDigests());
  }

  /** The newest date of anything visible, not after as-of; the epoch where nothing is dated. */
  public Instant newest() {
    return Stream.concat(
            articles.values().stream().map(a -> a.versions().current()),
            affected.stream().map(Affected::current))
        .filter(d -> !d.isAfter(asOf))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** The articles of one kind, by id. */
  public List<Article> of(Kind kind) {
    return articles.values().stream().filter(a -> a.id().kind() == kind).toList();
  }
}
