package org.cresset.edition.seen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.cresset.edition.Link;

/**
 * Everywhere that one indicator was seen.
 *
 * @param occurrences by time, at least one
 * @param advisories that name it
 */
public record Seen(Indicator indicator, List<Occurrence> occurrences, List<Link> advisories) {

  public Instant first() {
    return occurrences.stream().map(Occurrence::first).min(Comparator.naturalOrder()).orElseThrow();
  }

  public Instant last() {
    return occurrences.stream().map(Occurrence::last).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** All sites, in order. */
  public List<String> sites() {
    TreeSet<String> sites = new TreeSet<>();
    occurrences.forEach(o -> sites.addAll(o.sites()));
    return List.copyOf(sites);
  }

  /** The reports, in the order in which it was seen there. */
  public List<Link> reports() {
    return occurrences.stream().flatMap(o -> o.document().stream()).distinct().toList();
  }

  public long sightings() {
    return occurrences.stream().filter(o -> o.from().equals("sighting")).count();
  }
}
