package org.cresset.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.document.Attached;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.Node;
import org.cresset.document.Past;
import org.cresset.marking.Audience;
import org.cresset.marking.Marking;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.source.SourceFile;

/**
 * What becomes visible to more readers since the last release of their edition is a deliberate act:
 * a commit since then says in a {@code Declassified-By} trailer who answers for it.
 */
final class LoweringRules {
  private final Findings findings;
  private final Library library;
  private final Past past;
  private final Instant asOf;
  private final boolean releasing;

  /**
   * @param releasing whether a release is made now; before, a change that is not committed yet may
   *     still get its trailer, and is only warned of
   */
  LoweringRules(Findings findings, Library library, Past past, Instant asOf, boolean releasing) {
    this.findings = findings;
    this.library = library;
    this.past = past;
    this.asOf = asOf;
    this.releasing = releasing;
  }

  void check(List<LastRelease> releases) {
    // What becomes visible to anyone is reported once, and not for each member again.
    Optional<Lowered> open =
        releases.stream()
            .map(LastRelease::audience)
            .filter(Audience::isPublic)
            .findFirst()
            .map(a -> new Lowered(a, asOf, library.register()));
    for (LastRelease release : releases) {
      boolean member = release.audience().readers() instanceof Audience.Member;
      new Comparison(release, member ? open : Optional.empty()).check();
    }
  }

  /** One edition then and now. */
  private final class Comparison {
    private final LastRelease release;
    private final Optional<Lowered> open;
    private final Lowered lowered;
    private final SortedMap<String, SourceFile> then;
    private final Map<DocumentId, Document> gone = new TreeMap<>();
    private final Map<String, List<String>> attachments = new HashMap<>();

    /**
     * @param open who reads what need not be reported here
     */
    Comparison(LastRelease release, Optional<Lowered> open) {
      this.release = release;
      this.open = open;
      this.lowered = new Lowered(release.audience(), asOf, library.register());
      this.then = new TreeMap<>();
      // An encrypted document is read under the name that it has when it is opened.
      release
          .sources()
          .files()
          .forEach((path, file) -> then.put(path.replaceFirst("\\.md\\.asc$", ".md"), file));
    }

    void check() {
      then.forEach((path, file) -> {
        if (!path.endsWith(".md") && Kind.ofFolder(top(path)).isPresent()) {
          attachments.computeIfAbsent(file.blob(), b -> new ArrayList<>()).add(path);
        } else if (!library.source().files().containsKey(path)) {
          read(path).ifPresent(d -> gone.put(d.id(), d));
        }
      });
      library.all().stream()
          .filter(d -> release.audience().mayRead(d.marking(), asOf))
          .forEach(this::check);
    }

    private void check(Document d) {
      Optional<Document> before = before(d);
      boolean sealed = then.get(d.path()) instanceof SourceFile old && old.path().endsWith(".asc");
      if (before.isEmpty() && sealed && !release.audience().sealed()) {
        wrong(d, d.path(), d.at("classification"), "a document");
        return;
      }
      if (before.isPresent() && !before.get().equals(d)) {
        if (!lowered.reads(before.get().marking())) {
          if (!isOpen(d)) {
            wrong(d, d.path(), d.at("classification"), "a document");
          }
          return;
        }
        Document then = before.get();
        lowered
            .line(then, d)
            .filter(line -> open.flatMap(o -> o.line(then, d)).filter(line::equals).isEmpty())
            .ifPresent(line -> passage(d, line));
      }
      if (d.ownsFolder() && !attachments.isEmpty()) {
        files(d);
      }
    }

    private boolean isOpen(Document d) {
      return open.filter(o -> o.audience().mayRead(d.marking(), asOf)).isPresent();
    }

    /** The document as it was; empty if it is new. Itself where nothing changed. */
    private Optional<Document> before(Document d) {
      SourceFile old = then.get(d.path());
      if (old == null) {
        return Optional.ofNullable(gone.get(d.id()));
      }
      return old.blob().equals(blob(d.path())) ? Optional.of(d) : read(d.path());
    }

    private void files(Document d) {
      for (SourceFile file :
          library.source().files().subMap(d.folder(), d.folder() + '\uffff').values()) {
        List<String> old = attachments.getOrDefault(file.blob(), List.of());
        boolean withheld =
            !old.isEmpty()
                && old.stream().allMatch(p -> owner(p).filter(o -> !may(o, p)).isPresent());
        if (withheld && may(d, file.path()) && !isOpen(d)) {
          attachment(d, file);
        }
      }
    }

    private boolean may(Document d, String path) {
      String name = path.substring(d.folder().length());
      Marking marking =
          d.attachments().stream()
              .filter(a -> a.file().equals(name))
              .findFirst()
              .flatMap(Attached::marking)
              .orElse(d.marking());
      return lowered.reads(d.marking()) && lowered.reads(marking);
    }

    /** The document whose attachment a file was. */
    private Optional<Document> owner(String path) {
      for (String folder = path; folder.contains("/"); ) {
        folder = folder.substring(0, folder.lastIndexOf('/'));
        if (then.containsKey(folder + "/index.md")) {
          return read(folder + "/index.md");
        }
      }
      return Optional.empty();
    }

    private Optional<Document> read(String path) {
      SourceFile file = then.get(path);
      return file == null || !path.endsWith(".md") || path.endsWith("/_index.md")
          ? Optional.empty()
          : past.document(path, new Past.State("", Instant.EPOCH, "", "", "", file.blob()));
    }

    private void passage(Document d, String line) {
      List<String> lines = d.body().markdown().lines().toList();
      int index = lines.indexOf(line);
      Span at =
          index < 0
              ? d.at("title")
              : new Span(d.shown(), d.body().firstLine() + index, 1, Math.max(1, line.length()));
      wrong(d, d.path(), at, "a passage");
    }

    private void attachment(Document d, SourceFile file) {
      String name = file.path().substring(d.folder().length());
      Span at =
          d.attachments().stream()
              .filter(a -> a.file().equals(name))
              .map(Attached::at)
              .findFirst()
              .orElse(d.at("title"));
      wrong(d, file.path(), at, "the attachment '" + name + "'");
    }

    private void wrong(Document d, String changed, Span at, String what) {
      String edition = release.audience().id();
      String found = what + " that the edition " + edition + " could not show at its last release";
      if (!isAnsweredFor(d)) {
        boolean toCome = !releasing && isUncommitted(changed);
        Problem problem =
            Problem.of(
                Code.DECLASSIFIED_BY_MISSING,
                at,
                found,
                "a commit since then that says who answers for it",
                "git commit "
                    + (toCome ? "" : "--amend ")
                    + "--trailer 'Declassified-By: NAME', or narrow it again");
        findings.add(d, edition, toCome ? problem.asWarning() : problem);
      }
      if (isOthers(d)) {
        findings.add(
            d,
            edition,
            Problem.of(
                Code.ORIGIN_PERMISSION,
                d.at("origin"),
                found + ", and it is other people's information",
                "release_permission",
                "ask the sender; then add to origin: release_permission: who gave it, and when"));
      }
    }

    /** Whether one of the commits since then that changed the document or its files says so. */
    private boolean isAnsweredFor(Document d) {
      if (isAnsweredFor(d.path())) {
        return true;
      }
      return d.ownsFolder()
          && library.source().files().subMap(d.folder(), d.folder() + '\uffff').keySet().stream()
              .anyMatch(this::isAnsweredFor);
    }

    private boolean isAnsweredFor(String path) {
      SourceFile old = then.get(path);
      for (Past.State state : past.states(path)) {
        if (old != null && state.blob().equals(old.blob())) {
          return false;
        }
        if (!state.declassifiedBy().isBlank()) {
          return true;
        }
      }
      return false;
    }

    private boolean isUncommitted(String path) {
      List<Past.State> states = past.states(path);
      return states.isEmpty() || !states.getFirst().blob().equals(blob(path));
    }

    private static String top(String path) {
      return path.split("/", 2)[0];
    }
  }

  private String blob(String path) {
    return Objects.requireNonNull(library.source().files().get(path)).blob();
  }

  private static boolean isOthers(Document d) {
    return d.front().entries().get("origin") instanceof Node.Entry entry
        && entry.value() instanceof Node.Mapping origin
        && origin.says("from")
        && !origin.says("release_permission");
  }
}
