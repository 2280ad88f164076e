package org.cresset.edition.seen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.Sighting;

/** Every indicator of an edition's reports and small events, and where it was seen. */
public final class SeenIndex {
  private static final Comparator<Occurrence> BY_TIME =
      Comparator.comparing(Occurrence::first)
          .thenComparing(o -> o.document().map(Link::id), Comparator.comparing(Optional::toString));

  private final SortedMap<Indicator, List<Occurrence>> places = new TreeMap<>();
  private final Map<DocumentId, List<Indicator>> byReport = new TreeMap<>();
  private final Map<Indicator, List<Link>> advisories = new TreeMap<>();

  private SeenIndex() {}

  /** Looks through an edition. */
  public static SeenIndex of(Edition edition) {
    SeenIndex index = new SeenIndex();
    List<Article> reports = edition.of(Kind.REPORT);
    Known known = Known.of(reports, edition.team().sightings());
    Map<DocumentId, Map<Indicator, Occurrence>> found = new ConcurrentHashMap<>();
    reports.parallelStream().forEach(a -> found.put(a.id(), InReport.of(a, known).occurrences()));
    for (Article report : reports) {
      Map<Indicator, Occurrence> there = found.getOrDefault(report.id(), Map.of());
      index.byReport.put(report.id(), List.copyOf(there.keySet()));
      there.forEach(index::add);
    }
    edition.team().sightings().forEach(s -> index.add(s, report(edition, s)));
    // The public has no pages of observables, on which advisories would be named.
    if (!index.places.isEmpty() && !edition.audience().isPublic()) {
      index.enter(edition.of(Kind.ADVISORY));
    }
    index.places.values().forEach(list -> list.sort(BY_TIME));
    return index;
  }

  /** All, in the order of their types and values. */
  public List<Seen> all() {
    return places.keySet().stream().map(this::seen).toList();
  }

  public boolean isEmpty() {
    return places.isEmpty();
  }

  /** Those of one report. */
  public List<Seen> in(Article report) {
    return byReport.getOrDefault(report.id(), List.of()).stream().map(this::seen).toList();
  }

  /** The indicators of one report. */
  public Collection<Indicator> indicators(Article report) {
    return Collections.unmodifiableCollection(byReport.getOrDefault(report.id(), List.of()));
  }

  /** Addresses that were seen in a network. */
  public List<Indicator> inside(Indicator network) {
    return places.tailMap(new Indicator("ipv4", "")).keySet().stream()
        .takeWhile(i -> i.type().equals("ipv4"))
        .filter(i -> Addresses.contains(network.value(), i.value()))
        .toList();
  }

  private Seen seen(Indicator indicator) {
    return new Seen(
        indicator,
        List.copyOf(places.getOrDefault(indicator, List.of())),
        advisories.getOrDefault(indicator, List.of()));
  }

  private void add(Indicator indicator, Occurrence occurrence) {
    places.computeIfAbsent(indicator, i -> new ArrayList<>()).add(occurrence);
  }

  private static Optional<Link> report(Edition edition, Sighting s) {
    return s.report()
        .map(id -> edition.articles().get(new DocumentId(Kind.REPORT, id)))
        .map(Article::link);
  }

  private void add(Sighting s, Optional<Link> report) {
    Instant at = s.at();
    List<String> sites = s.site().stream().toList();
    String note =
        String.join(
            ", ",
            List.of(s.method().orElse(""), s.outcome().orElse("")).stream()
                .filter(t -> !t.isEmpty())
                .toList());
    add(
        Indicator.of(s.type(), s.value()),
        new Occurrence(report, at, at, sites, "sighting", "", note));
  }

  private void enter(List<Article> all) {
    List<Set<Indicator>> named = all.parallelStream().map(this::named).toList();
    for (int i = 0; i < all.size(); i++) {
      Link link = all.get(i).link();
      named.get(i).forEach(n -> advisories.computeIfAbsent(n, a -> new ArrayList<>()).add(link));
    }
  }

  /** What an advisory names of all that was seen. */
  private Set<Indicator> named(Article article) {
    Set<Indicator> named = new TreeSet<>();
    if (article.details() instanceof Details.Advisory d) {
      named.addAll(Extractor.find(article.body().markdown()));
      d.vulnerabilities().forEach(v -> v.cve().ifPresent(c -> named.add(Indicator.of("cve", c))));
    }
    named.retainAll(places.keySet());
    return named;
  }
}
