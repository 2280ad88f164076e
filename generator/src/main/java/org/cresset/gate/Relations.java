package org.cresset.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.document.Document;
import org.cresset.document.Resolver;
import org.cresset.edition.Link;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;

/** How the documents of one edition belong together; those outside it are simply not there. */
final class Relations {
  private final Resolver resolver;
  private final Links visible;
  private final boolean team;
  private final Map<DocumentId, SortedMap<String, List<Link>>> relations = new TreeMap<>();

  Relations(Resolver resolver, Links visible, boolean team) {
    this.resolver = resolver;
    this.visible = visible;
    this.team = team;
  }

  /** Enters what one document refers to, and the way back. */
  void enter(Document document) {
    DocumentId id = document.id();
    switch (document.details()) {
      case Details.Advisory a ->
          both(id, a.supersedes(), Kind.ADVISORY, "supersedes", "superseded_by");
      case Details.Report r -> {
        both(id, r.advisories(), Kind.ADVISORY, "advisories", "reports");
        both(id, r.related(), Kind.REPORT, "related", "related");
        both(id, r.partOf().stream().toList(), Kind.REPORT, "part_of", "parts");
      }
      case Details.Notice n -> {
        // In a reader's edition a notice never leads back to its report.
        if (team) {
          both(id, n.of().stream().toList(), Kind.REPORT, "of", "notices");
        }
      }
      case Details.Policy p -> {
        both(id, p.implementsPolicies(), Kind.POLICY, "implements", "implemented_by");
        both(id, p.supersedes(), Kind.POLICY, "supersedes", "superseded_by");
      }
      case Details.Term t -> both(id, t.see(), Kind.TERM, "see", "seen_from");
      case Details.Page p -> {}
    }
  }

  private void both(DocumentId from, List<String> names, Kind kind, String there, String back) {
    for (String name : names) {
      if (resolver.named(name, Set.of(kind)) instanceof Resolver.ToDocument(DocumentId to)
          && visible.to(to).isPresent()
          && !to.equals(from)) {
        add(from, there, to);
        add(to, back, from);
      }
    }
  }

  private void add(DocumentId from, String relation, DocumentId to) {
    List<Link> links =
        relations
            .computeIfAbsent(from, f -> new TreeMap<>())
            .computeIfAbsent(relation, r -> new ArrayList<>());
    visible
        .to(to)
        .filter(link -> !links.contains(link))
        .ifPresent(link -> {
          links.add(link);
          links.sort(Comparator.comparing(Link::id));
        });
  }

  SortedMap<String, List<Link>> of(DocumentId id) {
    return Collections.unmodifiableSortedMap(relations.getOrDefault(id, new TreeMap<>()));
  }
}
