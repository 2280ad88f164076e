package org.cresset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.check.Finding;
import org.cresset.document.Document;
import org.cresset.document.Intro;
import org.cresset.marking.Audience;
import org.cresset.model.DocumentId;
import org.cresset.model.FormerName;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;

/**
 * Gives an edition its verdict: a fault stops only what it touches. A document of the last release
 * that has errors now, or can't be read, holds the edition back; a new one is left out.
 */
final class Judge {
  private final Collected collected;
  private final Audience audience;
  private final Set<DocumentId> released;
  private final Map<String, Document> documents = new HashMap<>();

  /**
   * @param paths the paths of the edition's last release
   */
  Judge(Collected collected, Audience audience, Set<String> paths) {
    this.collected = collected;
    this.audience = audience;
    this.released = new TreeSet<>(FOLDED);
    collected.library().all().forEach(d -> documents.put(d.shown(), d));
    paths.stream().map(Judge::document).flatMap(Optional::stream).forEach(released::add);
    released.removeAll(formerNames());
  }

  /** Where the last release had a page that only led to another one. */
  private Set<DocumentId> formerNames() {
    Set<DocumentId> former = new TreeSet<>(FOLDED);
    List<Document> readable =
        collected.library().all().stream()
            .filter(d -> audience.mayRead(d.marking(), collected.asOf()))
            .toList();
    for (Document d : readable) {
      for (String alias : d.aliases()) {
        FormerName.of(d.id().kind(), alias).map(FormerName::id).ifPresent(former::add);
      }
    }
    readable.forEach(d -> former.remove(d.id()));
    return former;
  }

  Verdict verdict(List<Finding> findings) {
    List<Finding> concerning =
        findings.stream().flatMap(f -> f.seenBy(audience, collected.asOf()).stream()).toList();
    Set<String> leftOut = new TreeSet<>();
    List<Finding> holding = new ArrayList<>();
    for (Finding finding : findings) {
      if (!stops(finding.problem())) {
        continue;
      }
      if (finding.id().isEmpty()) {
        introduction(finding).ifPresent(leftOut::add);
        continue;
      }
      DocumentId id = finding.id().get();
      boolean unreadable = finding.texts().isEmpty();
      Document document =
          unreadable
              ? collected.library().documents().get(id)
              : documents.getOrDefault(
                  finding.problem().at().path(), collected.library().documents().get(id));
      Optional<Finding> seen = finding.seenBy(audience, collected.asOf());
      boolean touches = unreadable || seen.isPresent();
      if (!touches || (document != null && document.status() == Status.WITHDRAWN)) {
        continue;
      }
      if (released.contains(id) && (unreadable ? document == null : true)) {
        holding.add(seen.orElse(finding));
      } else if (document != null && !unreadable) {
        leftOut.add(document.path());
      }
    }
    return new Verdict(leftOut, holding, concerning);
  }

  /** What is locked is no fault, but must not vanish from where it was. */
  private static boolean stops(Problem problem) {
    return problem.isError() || problem.code() == Code.SOURCE_LOCKED;
  }

  /** The path of the introduction that is wrong for this edition: its section goes without. */
  private Optional<String> introduction(Finding finding) {
    if (finding.texts().isEmpty() || finding.seenBy(audience, collected.asOf()).isEmpty()) {
      return Optional.empty();
    }
    return collected.library().intros().values().stream()
        .filter(i -> i.shown().equals(finding.problem().at().path()))
        .map(Intro::path)
        .findFirst();
  }

  private static final Comparator<DocumentId> FOLDED =
      Comparator.comparing(DocumentId::kind).thenComparing(DocumentId::folded);

  /** The document whose page that is. */
  static Optional<DocumentId> document(String path) {
    if (!path.endsWith("/index.html")) {
      return Optional.empty();
    }
    String folder = path.substring(0, path.length() - "/index.html".length());
    String[] parts = folder.split("/");
    Optional<Kind> kind = Kind.ofFolder(parts[0]);
    if (kind.isEmpty()) {
      return Optional.of(new DocumentId(Kind.PAGE, folder));
    }
    int depth = kind.get() == Kind.ADVISORY ? 3 : 2;
    return parts.length == depth
        ? Optional.of(new DocumentId(kind.get(), parts[depth - 1]))
        : Optional.empty();
  }
}
