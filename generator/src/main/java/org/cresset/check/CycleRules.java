package org.cresset.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.Resolver;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Nothing supersedes, carries out or belongs to itself, however long the way round. */
final class CycleRules {
  private final Findings findings;
  private final Library library;
  private final Resolver resolver;

  CycleRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
    this.resolver = new Resolver(library);
  }

  void check() {
    for (Document d : library.documents().values()) {
      for (String key : List.of("supersedes", "part_of", "implements")) {
        List<Document> way = names(d, key).isEmpty() ? List.of() : wayBack(d, key);
        if (!way.isEmpty()) {
          cycle(d, key, way);
        }
      }
    }
  }

  private void cycle(Document d, String key, List<Document> way) {
    List<Document> others = way.stream().filter(o -> o != d).toList();
    String found =
        others.isEmpty()
            ? key + " names the document itself"
            : key + " leads back to this document, by way of " + others.getFirst().id().id();
    Problem problem =
        Problem.of(
                Code.REFERENCE_CYCLE,
                d.at(key),
                found,
                "an order in which each comes before the other",
                "remove it from the one that came first")
            .withRelated(others.stream().map(o -> o.at(key)).toList());
    findings.add(d, problem, others.stream().map(Document::marking).toList());
  }

  /** The documents passed on the way from this one to itself; empty if there is none. */
  private List<Document> wayBack(Document start, String key) {
    Map<String, Document> seen = new LinkedHashMap<>();
    Deque<Document> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      for (String name : names(next.pop(), key)) {
        Document target = target(name, start.id().kind());
        if (target == start) {
          return seen.isEmpty() ? List.of(start) : List.copyOf(seen.values());
        }
        if (target != null && seen.putIfAbsent(target.path(), target) == null) {
          next.push(target);
        }
      }
    }
    return List.of();
  }

  private @Nullable Document target(String name, Kind kind) {
    return resolver.named(name, Set.of(kind)) instanceof Resolver.ToDocument(var id)
        ? library.documents().get(id)
        : null;
  }

  private static List<String> names(Document d, String key) {
    return switch (d.details()) {
      case Details.Advisory a when key.equals("supersedes") -> a.supersedes();
      case Details.Report r when key.equals("part_of") -> r.partOf().stream().toList();
      case Details.Policy p when key.equals("supersedes") -> p.supersedes();
      case Details.Policy p when key.equals("implements") -> p.implementsPolicies();
      default -> List.of();
    };
  }
}
