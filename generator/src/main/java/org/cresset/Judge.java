package org.cresset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.cresset.check.Finding;
import org.cresset.document.Document;
import org.cresset.document.Intro;
import org.cresset.marking.Audience;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.page.PageRenderer;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;

/**
 * Gives an edition its verdict: a fault stops only what it touches. A document of the last release
 * that has errors now, or can't be read, holds the edition back; a new one is left out.
 */
final class Judge {
  private final Collected collected;
  private final Audience audience;
  private final Function<String, Optional<byte[]>> before;
  private final Map<DocumentId, String> released = new TreeMap<>(FOLDED);
  private final Map<String, Document> documents = new HashMap<>();

  /**
   * @param paths the paths of the edition's last release
   * @param before its files
   */
  Judge(
      Collected collected,
      Audience audience,
      Set<String> paths,
      Function<String, Optional<byte[]>> before) {
    this.collected = collected;
    this.audience = audience;
    this.before = before;
    collected.library().all().forEach(d -> documents.put(d.shown(), d));
    for (String path : paths) {
      document(path).ifPresent(id -> released.put(id, path));
    }
  }

  /** Where there is no release before. */
  static Judge first(Collected collected, Audience audience) {
    return new Judge(collected, audience, Set.of(), path -> Optional.empty());
  }

  /** Whether the last release had the document's page, and not one that only led to another. */
  private boolean isReleased(DocumentId id) {
    return Optional.ofNullable(released.get(id))
        .flatMap(before)
        .filter(page -> !PageRenderer.leadsElsewhere(page))
        .isPresent();
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
      if (isReleased(id) && (unreadable ? document == null : true)) {
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
    // An advisory lies in the folder of its year; beside those are lists, by product and the like.
    boolean page =
        kind.get() == Kind.ADVISORY
            ? parts.length == 3 && parts[1].matches("\\d{4}")
            : parts.length == 2;
    return page
        ? Optional.of(new DocumentId(kind.get(), parts[parts.length - 1]))
        : Optional.empty();
  }
}
