package org.cresset.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.edition.due.Due;
import org.cresset.edition.due.Due.Kind;
import org.cresset.edition.due.Dues;
import org.cresset.edition.due.OpenCases;
import org.cresset.model.Severity;
import org.cresset.model.Status;
import org.cresset.page.view.DeskView;
import org.cresset.page.view.DeskView.Case;
import org.cresset.page.view.DeskView.Group;
import org.cresset.page.view.Ref;

/** The team's first page. It alone depends on the day, and only in the team's editions. */
final class Desk {
  private static final String PATH = "index.html";
  private static final int REVIEW_DAYS = 60;
  private static final int ACTION_DAYS = 14;
  private static final int NEWEST = 10;
  private static final int FAR = 365_000;

  private final Frame frame;
  private final Docs docs;
  private final Edition edition;
  private final Instant now;
  private final List<Due> dues;

  Desk(Frame frame, Docs docs) {
    this.frame = frame;
    this.docs = docs;
    this.edition = frame.edition();
    // By the day, so that a second run of the same day changes nothing.
    this.now = edition.asOf().truncatedTo(ChronoUnit.DAYS);
    this.dues = Dues.of(edition);
  }

  Job job() {
    List<Article> all = List.copyOf(edition.articles().values());
    return frame.job(
        PATH,
        "desk.ftlh",
        new Frame.Head("home", edition.site().team().name(), "", "", frame.label(all)),
        List.of(now, edition.team(), frame.digests(all)),
        prose -> view(all));
  }

  private DeskView view(List<Article> all) {
    return new DeskView(
        Words.date(now.atOffset(ZoneOffset.UTC).toLocalDate()),
        dues(0, Kind.REFERRED),
        dues(FAR, Kind.UPDATE),
        dues(ACTION_DAYS, Kind.ACTION),
        cases(),
        dues(REVIEW_DAYS, Kind.REVIEW),
        dues(REVIEW_DAYS, Kind.EXPIRY, Kind.PERMISSION, Kind.RETENTION),
        waiting(all),
        frame.rows().rows(PATH, all.stream().sorted(Rows.NEWEST_FIRST).limit(NEWEST).toList()),
        others(edition));
  }

  /** What the navigation has not, then the pages of the site. */
  private static List<Ref> others(Edition edition) {
    List<Ref> others = new ArrayList<>();
    if (Training.isThere(edition)) {
      others.add(new Ref("", "Training", Training.LIST));
    }
    if (Keeping.isThere(edition)) {
      others.add(new Ref("", "Compliance", Keeping.PATH));
    }
    others.addAll(Home.others(edition));
    return List.copyOf(others);
  }

  /** What is late, and what comes within so many days. */
  private List<DeskView.Due> dues(int days, Kind... kinds) {
    Instant end = now.plus(Duration.ofDays(days + 1L));
    return dues.stream()
        .filter(d -> List.of(kinds).contains(d.kind()) && d.by().isBefore(end))
        .map(this::due)
        .toList();
  }

  private DeskView.Due due(Due due) {
    return new DeskView.Due(
        due.document().map(this::ref).orElse(new Ref("", "", "")),
        due.what(),
        Optional.of(
            due.wholeDay()
                ? Words.date(due.by().atOffset(ZoneOffset.UTC).toLocalDate())
                : frame.words().time(due.by())),
        due.late(now),
        left(due.by()));
  }

  private Ref ref(Link link) {
    return new Ref(link.id().id(), link.title(), link.path());
  }

  /** Drafts, and what waits for the end of an embargo. */
  private List<DeskView.Due> waiting(List<Article> all) {
    List<DeskView.Due> waiting = new ArrayList<>(dues(FAR, Kind.EMBARGO));
    for (Article a : all) {
      if (a.status() == Status.DRAFT) {
        waiting.add(new DeskView.Due(docs.ref(PATH, a), "draft", Optional.empty(), false, ""));
      }
    }
    return List.copyOf(waiting);
  }

  private List<Group> cases() {
    SortedMap<Integer, List<Case>> groups = new TreeMap<>();
    OpenCases.of(edition)
        .forEach(c -> groups.computeIfAbsent(c.priority(), p -> new ArrayList<>()).add(open(c)));
    List<Group> view = new ArrayList<>();
    groups.forEach((priority, cases) -> view.add(new Group(title(priority), List.copyOf(cases))));
    return List.copyOf(view);
  }

  private String title(int priority) {
    if (priority == OpenCases.NO_PRIORITY) {
      return "No priority set";
    }
    return "Priority "
        + priority
        + Optional.ofNullable(edition.team().targets().get(priority))
            .map(t ->
                ": first contact within "
                    + Words.duration(t.contact())
                    + ", updates every "
                    + Words.duration(t.update()))
            .orElse("");
  }

  private Case open(OpenCases.Case c) {
    Optional<Instant> next = c.expected();
    return new Case(
        docs.ref(PATH, c.article()),
        Words.tag(c.report().severity().map(Severity::token).orElse("unknown")),
        Words.tag(c.article().status().token()),
        c.report().controller(),
        c.lastContact().map(frame.words()::time),
        next.map(frame.words()::time),
        c.promised(),
        next.filter(t -> t.isBefore(now)).isPresent(),
        next.map(this::left).orElse(""));
  }

  private String left(Instant by) {
    long days = ChronoUnit.DAYS.between(now, by.truncatedTo(ChronoUnit.DAYS));
    if (Math.abs(days) <= 1) {
      return days == 0 ? "today" : days > 0 ? "tomorrow" : "yesterday";
    }
    return days > 0 ? "in " + days + " days" : -days + " days ago";
  }
}
