package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.marking.Label;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Severity;
import org.cresset.model.Status;
import org.cresset.page.view.Ref;
import org.cresset.page.view.ReportView.Event;
import org.cresset.page.view.TrainingListView;
import org.cresset.page.view.TrainingView;
import org.cresset.page.view.TrainingView.Step;

/** Closed cases as exercises: what was known, "what would you do now?", then what was done. */
final class Training {
  static final String LIST = "training/index.html";
  private static final String SECTION = "training";
  private static final Set<String> DONE = Set.of("action", "contact", "handover");
  private static final int FEWEST_STEPS = 2;

  /** What was known, and what was done then; the last may have nothing done. */
  private record Part(List<ChronologyEntry> known, List<ChronologyEntry> done) {}

  private final Frame frame;
  private final Docs docs;
  private final Edition edition;

  Training(Frame frame, Docs docs) {
    this.frame = frame;
    this.docs = docs;
    this.edition = frame.edition();
  }

  /** For the team's new members; a case whose end is known and in which something was decided. */
  static boolean isExercise(Edition edition, Article article, Details.Report report) {
    return edition.audience().isTeam()
        && article.status() == Status.CLOSED
        && parts(report.chronology()).stream().filter(p -> !p.done().isEmpty()).count()
            >= FEWEST_STEPS;
  }

  static String path(Article report) {
    return report.folder() + "training/index.html";
  }

  static boolean isThere(Edition edition) {
    return !exercises(edition).isEmpty();
  }

  private static List<Article> exercises(Edition edition) {
    return edition.of(Kind.REPORT).stream()
        .filter(a -> a.details() instanceof Details.Report d && isExercise(edition, a, d))
        .sorted(Rows.NEWEST_FIRST)
        .toList();
  }

  List<Job> jobs() {
    List<Article> exercises = exercises(edition);
    List<Job> jobs = new ArrayList<>();
    if (!exercises.isEmpty()) {
      jobs.add(list(exercises));
      exercises.forEach(a -> jobs.add(exercise(a)));
    }
    return jobs;
  }

  private Job list(List<Article> exercises) {
    return frame.job(
        LIST,
        "trainings.ftlh",
        new Frame.Head(SECTION, "Training", "", "", frame.label(exercises)),
        List.of(frame.digests(exercises)),
        prose -> new TrainingListView(exercises.stream().map(this::item).toList()));
  }

  private TrainingListView.Item item(Article a) {
    Details.Report d = (Details.Report) a.details();
    return new TrainingListView.Item(
        new Ref(a.id().id(), a.title(), Paths.relative(LIST, path(a))),
        Words.tag(d.severity().map(Severity::token).orElse("unknown")),
        Words.join(d.methods()),
        (int) parts(d.chronology()).stream().filter(p -> !p.done().isEmpty()).count());
  }

  private Job exercise(Article article) {
    String path = path(article);
    Label label = article.label();
    return frame.job(
        path,
        "training.ftlh",
        new Frame.Head(SECTION, "Exercise: " + article.title(), "", article.id().id(), label),
        List.of(frame.digest(article)),
        prose -> view(path, article, prose));
  }

  private TrainingView view(String path, Article a, Prose prose) {
    Details.Report d = (Details.Report) a.details();
    Timeline timeline = new Timeline(frame.words(), prose);
    List<Step> steps = new ArrayList<>();
    for (Part part : parts(d.chronology())) {
      steps.add(
          new Step(steps.size() + 1, timeline.events(part.known()), timeline.events(part.done())));
    }
    List<Event> none = List.of();
    return new TrainingView(
        docs.ref(path, a),
        Words.tag(d.severity().map(Severity::token).orElse("unknown")),
        d.intake().map(ReportViews::answers).orElse(List.of()),
        steps.isEmpty() ? List.of(new Step(1, none, none)) : List.copyOf(steps),
        prose.html(d.resolution()),
        Optional.ofNullable(d.hypotheses().isEmpty() ? null : d.hypotheses())
            .map(h ->
                h.stream()
                    .map(x -> x.statement() + " " + Words.capital(x.outcome()) + ".")
                    .toList())
            .orElse(List.of()),
        prose.definitions());
  }

  /** A step ends where, after something was done, something new is known. */
  private static List<Part> parts(List<ChronologyEntry> entries) {
    List<Part> parts = new ArrayList<>();
    Part part = new Part(new ArrayList<>(), new ArrayList<>());
    for (ChronologyEntry entry : entries) {
      boolean done = entry.basis().isEmpty() && entry.kind().filter(DONE::contains).isPresent();
      if (!done && !part.done().isEmpty()) {
        parts.add(part);
        part = new Part(new ArrayList<>(), new ArrayList<>());
      }
      (done ? part.done() : part.known()).add(entry);
    }
    if (!part.known().isEmpty() || !part.done().isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}
