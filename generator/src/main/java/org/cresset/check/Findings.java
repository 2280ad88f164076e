package org.cresset.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cresset.document.Document;
import org.cresset.document.Fenced;
import org.cresset.document.Intro;
import org.cresset.document.Library;
import org.cresset.document.Node;
import org.cresset.document.TeamOnlyKeys;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Marking;
import org.cresset.marking.Tlp;
import org.cresset.model.DocumentId;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.source.SourceFile;

/** Where the rules put what they find. Safe for several threads. */
final class Findings {
  /** Of a text that the team alone may read. */
  static final Marking TEAM =
      Marking.of(new Label(Classification.PRIVATE, Tlp.AMBER_STRICT), Set.of());

  private final Library library;
  // A thread looks at one document after the other, and most have several findings.
  private final ThreadLocal<Lines> last = ThreadLocal.withInitial(() -> new Lines("", List.of()));
  private final ThreadLocal<Integer> found = ThreadLocal.withInitial(() -> 0);
  private final List<Finding> all = Collections.synchronizedList(new ArrayList<>());

  Findings(Library library) {
    this.library = library;
  }

  /** Whether a rule that this thread applies finds nothing. */
  boolean none(Runnable rule) {
    int before = found.get();
    rule.run();
    return found.get() == before;
  }

  private void put(Finding finding) {
    found.set(found.get() + 1);
    all.add(finding);
  }

  List<Finding> sorted() {
    return all.stream().distinct().sorted().toList();
  }

  /** Whether the values of a key in a document's front matter are shown to the team alone. */
  static boolean isForTheTeam(String key) {
    // Of its sites a report shows a constituent itself; what is wrong with the list is for the
    // team.
    return TeamOnlyKeys.contains(key) || key.equals("sites");
  }

  /** Something wrong in a document. */
  void wrong(Document document, Code code, Span at, String found, String expected, String help) {
    add(document, Problem.of(code, at, found, expected, help));
  }

  /** Something missing, which in a draft is only a warning. */
  void missing(Document document, Code code, Span at, String found, String expected, String help) {
    Problem problem = Problem.of(code, at, found, expected, help);
    add(document, document.status() == Status.DRAFT ? problem.asWarning() : problem);
  }

  /** Something that rests on what only the team knows, such as a priority or a contact. */
  void forTheTeam(
      Document document, Code code, Span at, String found, String expected, String help) {
    add(document, Problem.of(code, at, found, expected, help), List.of(TEAM));
  }

  void add(Document document, Problem problem) {
    add(document, problem, List.of());
  }

  /** A problem that only a reader of all these texts can see. */
  void add(Document document, Problem problem, List<Marking> besides) {
    add(document, problem, besides, Optional.empty());
  }

  /**
   * A problem that speaks of other texts, and what it is to readers who may not know of them.
   *
   * @param instead empty if for them there is no problem
   */
  void add(Document document, Problem problem, List<Marking> besides, Optional<Problem> instead) {
    List<Marking> texts = new ArrayList<>(List.of(document.marking()));
    texts.addAll(passage(document, problem.at().line()));
    put(
        new Finding(
            withSource(problem, document.path(), document.body()),
            Optional.of(document.id()),
            texts,
            besides,
            instead.map(p -> withSource(p, document.path(), document.body()))));
  }

  /**
   * A problem that only the team may know the reason of.
   *
   * @param texts what one must be allowed to read to see the fault
   * @param instead what those are told who may
   */
  void addForTheTeam(
      Optional<DocumentId> id, Problem problem, List<Marking> texts, Problem instead) {
    put(new Finding(problem, id, texts, List.of(TEAM), Optional.of(instead)));
  }

  /**
   * A problem of a document that only the team may know the reason of.
   *
   * @param text another that one must be allowed to read to see the fault
   * @param instead what those are told who may
   */
  void addForTheTeam(Document document, Problem problem, Marking text, Problem instead) {
    addForTheTeam(
        Optional.of(document.id()),
        withSource(problem, document.path(), document.body()),
        List.of(document.marking(), text),
        withSource(instead, document.path(), document.body()));
  }

  /** A problem that a document has in one edition alone. */
  void add(Document document, String edition, Problem problem) {
    put(
        new Finding(
            withSource(problem, document.path(), document.body()),
            Optional.of(document.id()),
            List.of(document.marking()),
            List.of(),
            Optional.empty(),
            Optional.of(edition)));
  }

  /** What a problem is to the readers of one edition. */
  record Told(String edition, Problem problem) {}

  /**
   * A problem that speaks of other texts.
   *
   * @param told if it is of one edition alone, what its readers are told, who may not know of these
   */
  void tell(Document document, Problem problem, List<Marking> besides, Optional<Told> told) {
    List<Marking> texts = new ArrayList<>(List.of(document.marking()));
    texts.addAll(passage(document, problem.at().line()));
    Optional<DocumentId> id = Optional.of(document.id());
    tell(problem, document.path(), document.body(), id, texts, besides, told);
  }

  /** The same of a section's introduction. */
  void tell(Intro intro, Problem problem, List<Marking> besides, Optional<Told> told) {
    List<Marking> texts = new ArrayList<>(List.of(intro.marking()));
    texts.addAll(passage(intro.body(), intro.marking(), problem.at().line()));
    String path = intro.folder() + "/_index.md";
    tell(problem, path, intro.body(), Optional.empty(), texts, besides, told);
  }

  private void tell(
      Problem problem,
      String path,
      Fenced body,
      Optional<DocumentId> id,
      List<Marking> texts,
      List<Marking> besides,
      Optional<Told> told) {
    put(
        new Finding(
            withSource(problem, path, body),
            id,
            texts,
            besides,
            told.map(t -> withSource(t.problem(), path, body)),
            told.map(Told::edition)));
  }

  /** A problem of a file that is no readable document. */
  void add(Problem problem, Optional<DocumentId> guess) {
    put(new Finding(problem, guess, List.of()));
  }

  /**
   * The marking of the passage or key in which a line lies, if it is narrower than the document.
   */
  List<Marking> passage(Document document, int line) {
    if (line >= document.body().firstLine()) {
      return passage(document.body(), document.marking(), line);
    }
    return isForTheTeam(key(document, line)) ? List.of(TEAM) : List.of();
  }

  /** The marking of the fence in which a line of the file lies, if it lies in one. */
  List<Marking> passage(Fenced body, Marking whole, int line) {
    int index = line - body.firstLine();
    return body.fences().stream()
        .filter(f -> f.open() <= index && index <= f.close())
        .map(f -> f.marking(whole, library.register()))
        .toList();
  }

  private static String key(Document document, int line) {
    String key = "";
    for (Map.Entry<String, Node.Entry> entry : document.front().entries().entrySet()) {
      if (entry.getValue().key().line() <= line) {
        key = entry.getKey();
      }
    }
    return key;
  }

  private Problem withSource(Problem problem, String path, Fenced body) {
    if (!problem.source().isEmpty() || problem.at().line() == 0) {
      return problem;
    }
    if (problem.at().line() >= body.firstLine()) {
      // The body is at hand; only for front matter the file is read again.
      int line = problem.at().line() - body.firstLine();
      return problem.withSource(body.markdown().lines().skip(line).findFirst().orElse(""));
    }
    Lines lines = last.get();
    if (!lines.path().equals(path)) {
      lines = lines(path);
      last.set(lines);
    }
    int at = problem.at().line() - 1;
    return problem.withSource(at < lines.all().size() ? lines.all().get(at) : "");
  }

  private Lines lines(String path) {
    SourceFile file = library.source().files().get(path);
    String content = file == null ? "" : new String(file.content(), StandardCharsets.UTF_8);
    return new Lines(path, content.lines().toList());
  }

  /** A file's lines. */
  private record Lines(String path, List<String> all) {}
}
