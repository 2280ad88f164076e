package org.cresset.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.model.Action;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.page.view.DeskView;
import org.cresset.page.view.DeskView.Case;
import org.cresset.page.view.DeskView.Due;
import org.cresset.page.view.DeskView.Group;

/** The team's first page. It alone depends on the day, and only in the team's editions. */
final class Desk {
  private static final String PATH = "index.html";
  private static final int REVIEW_DAYS = 60;
  private static final int ACTION_DAYS = 14;
  private static final int NEWEST = 10;
  private static final int UNSET = 9;

  private record Wait(Article article, String what, Instant by) {}

  private final Frame frame;
  private final Docs docs;
  private final Edition edition;
  private final Instant now;

  Desk(Frame frame, Docs docs) {
    this.frame = frame;
    this.docs = docs;
    this.edition = frame.edition();
    // By the day, so that a second run of the same day changes nothing.
    this.now = edition.asOf().truncatedTo(ChronoUnit.DAYS);
  }

  Job job() {
    List<Article> all = List.copyOf(edition.articles().values());
    return frame.job(
        PATH,
        "desk.ftlh",
        new Frame.Head("home", edition.site().team().name(), "", "", frame.label(all)),
        List.of(now, frame.digests(all)),
        prose -> view(all));
  }

  private DeskView view(List<Article> all) {
    return new DeskView(
        Words.date(now.atOffset(ZoneOffset.UTC).toLocalDate()),
        dues(referred()),
        dues(promised()),
        dues(actions()),
        cases(),
        dues(reviews(all)),
        waiting(all),
        frame.rows().rows(PATH, all.stream().sorted(Rows.NEWEST_FIRST).limit(NEWEST).toList()),
        Home.others(edition));
  }

  /** Cases that were to come back by now. */
  private List<Wait> referred() {
    List<Wait> waits = new ArrayList<>();
    for (Article a : edition.of(Kind.REPORT)) {
      if (a.details() instanceof Details.Report d) {
        d.times()
            .referAgain()
            .map(Desk::start)
            .filter(t -> !t.isAfter(now))
            .ifPresent(t -> waits.add(new Wait(a, "referred again", t)));
      }
    }
    return waits;
  }

  /** Updates that somebody outside was told to expect. */
  private List<Wait> promised() {
    List<Wait> waits = new ArrayList<>();
    for (Article a : edition.articles().values()) {
      Optional<Instant> next =
          switch (a.details()) {
            case Details.Advisory d when a.status() == Status.INTERIM -> d.nextUpdate();
            case Details.Report d when isOpen(a) -> d.times().nextUpdate();
            default -> Optional.empty();
          };
      next.ifPresent(t -> waits.add(new Wait(a, a.id().kind().word() + " update", t)));
    }
    return waits;
  }

  private List<Wait> actions() {
    List<Wait> waits = new ArrayList<>();
    for (Article a : edition.of(Kind.REPORT)) {
      if (a.details() instanceof Details.Report d) {
        d.actions().stream()
            .filter(action -> action.done().isEmpty() && action.by().isPresent())
            .forEach(action -> waits.add(action(a, action)));
      }
    }
    return waits.stream().filter(w -> within(w.by(), ACTION_DAYS)).toList();
  }

  private static Wait action(Article article, Action action) {
    Instant by = action.by().map(Desk::start).orElseThrow();
    return new Wait(article, action.who() + ": " + action.delivers(), by);
  }

  private List<Wait> reviews(List<Article> all) {
    return all.stream()
        .filter(a -> a.status() != Status.RETIRED && a.status() != Status.WITHDRAWN)
        .flatMap(a -> a.reviewOn().map(d -> new Wait(a, "review", start(d))).stream())
        .filter(w -> within(w.by(), REVIEW_DAYS))
        .toList();
  }

  /** Drafts, and what waits for the end of an embargo. */
  private List<Due> waiting(List<Article> all) {
    List<Due> waiting = new ArrayList<>();
    for (Article a : all) {
      Optional<Instant> embargo = a.embargo().filter(t -> t.isAfter(now));
      if (embargo.isPresent()) {
        waiting.add(due(new Wait(a, "embargo ends", embargo.get())));
      } else if (a.status() == Status.DRAFT) {
        waiting.add(new Due(docs.ref(PATH, a), "draft", Optional.empty(), false, ""));
      }
    }
    return List.copyOf(waiting);
  }

  private List<Group> cases() {
    SortedMap<Integer, List<Case>> groups = new TreeMap<>();
    edition.of(Kind.REPORT).stream()
        .filter(Desk::isOpen)
        .sorted(Comparator.comparing(Article::began))
        .forEach(a -> {
          if (a.details() instanceof Details.Report d) {
            int priority = d.triage().priority().orElse(UNSET);
            groups.computeIfAbsent(priority, p -> new ArrayList<>()).add(open(a, d));
          }
        });
    List<Group> view = new ArrayList<>();
    groups.forEach((priority, cases) ->
        view.add(
            new Group(
                priority == UNSET ? "No priority set" : "Priority " + priority,
                List.copyOf(cases))));
    return List.copyOf(view);
  }

  private Case open(Article a, Details.Report d) {
    Optional<Instant> next = d.times().nextUpdate();
    return new Case(
        docs.ref(PATH, a),
        Words.tag(d.severity().token()),
        Words.tag(a.status().token()),
        d.controller(),
        d.times().logged().map(frame.words()::time),
        next.map(frame.words()::time),
        next.filter(t -> t.isBefore(now)).isPresent(),
        next.map(this::left).orElse(""));
  }

  private List<Due> dues(List<Wait> waits) {
    return waits.stream()
        .sorted(Comparator.comparing(Wait::by).thenComparing(w -> w.article().id()))
        .map(this::due)
        .toList();
  }

  private Due due(Wait wait) {
    boolean midnight = wait.by().equals(start(wait.by().atOffset(ZoneOffset.UTC).toLocalDate()));
    return new Due(
        docs.ref(PATH, wait.article()),
        wait.what(),
        Optional.of(
            midnight
                ? Words.date(wait.by().atOffset(ZoneOffset.UTC).toLocalDate())
                : frame.words().time(wait.by())),
        wait.by().isBefore(now),
        left(wait.by()));
  }

  private String left(Instant by) {
    long days = ChronoUnit.DAYS.between(now, by.truncatedTo(ChronoUnit.DAYS));
    if (Math.abs(days) <= 1) {
      return days == 0 ? "today" : days > 0 ? "tomorrow" : "yesterday";
    }
    return days > 0 ? "in " + days + " days" : -days + " days ago";
  }

  private boolean within(Instant by, int days) {
    return by.isBefore(now.plus(Duration.ofDays(days)));
  }

  private static boolean isOpen(Article article) {
    return article.status() == Status.OPEN || article.status() == Status.ON_HOLD;
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
