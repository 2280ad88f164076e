package org.cresset.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.edition.seen.Indicator;
import org.cresset.edition.seen.Seen;
import org.cresset.edition.similar.Similar;
import org.cresset.marking.Label;
import org.cresset.model.Action;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.page.view.Ref;
import org.cresset.page.view.ReportView;
import org.cresset.page.view.ReportView.Around;

/** The pages of reports, with what other documents say about them. */
final class Reports {
  private static final int SIMILAR = 5;
  private static final Comparator<Action> OPEN_FIRST =
      Comparator.comparing((Action a) -> a.done().isPresent())
          .thenComparing(a -> a.by().map(Object::toString).orElse("9999"));

  private final Frame frame;
  private final Docs docs;
  private final Edition edition;
  private final Insight insight;
  private final Map<String, List<Article>> notices = new HashMap<>();

  Reports(Frame frame, Docs docs) {
    this.frame = frame;
    this.docs = docs;
    this.edition = frame.edition();
    this.insight = frame.insight();
    for (Article notice : edition.of(Kind.NOTICE)) {
      of(notice).ifPresent(id -> notices.computeIfAbsent(id, i -> new ArrayList<>()).add(notice));
    }
    notices.values().forEach(list -> list.sort(Rows.NEWEST_FIRST));
  }

  /** The report that a notice is of, in lower case. */
  private static Optional<String> of(Article notice) {
    return notice.details() instanceof Details.Notice d
        ? d.of().map(id -> id.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  Job job(Article article, Details.Report report) {
    List<Similar> similar = insight.similar().to(article, SIMILAR);
    List<Article> notices = notices(article);
    Label label = docs.label(article).with(frame.label(notices));
    for (Similar s : similar) {
      label = label.with(Docs.own(edition, s.article()));
    }
    Around around = around(article, report, similar, notices);
    Frame.Head head =
        new Frame.Head(Kind.REPORT.folder(), article.title(), "", article.id().id(), label);
    return frame.job(
        article,
        head,
        List.of(around),
        prose -> new ReportViews(docs, frame.words()).view(article, report, around, prose));
  }

  private Around around(
      Article article, Details.Report report, List<Similar> similar, List<Article> notices) {
    return new Around(
        observables(article, report),
        similar.stream().map(s -> similar(article, s)).toList(),
        notices.stream().map(n -> told(article, n)).toList(),
        report.actions().stream().sorted(OPEN_FIRST).map(this::action).toList(),
        Training.isExercise(edition, article, report)
            ? Optional.of(new Ref("", "", Paths.relative(article.path(), Training.path(article))))
            : Optional.empty());
  }

  /** Those of its list in their order, then those that its text names. */
  private List<ReportView.Observable> observables(Article article, Details.Report report) {
    Map<Indicator, ReportView.Observable> views = new java.util.LinkedHashMap<>();
    Map<Indicator, Seen> seen = new TreeMap<>();
    if (insight.hasObservables()) {
      insight.seen().in(article).forEach(s -> seen.put(s.indicator(), s));
    }
    report
        .observables()
        .forEach(o -> {
          Indicator i = Indicator.of(o.type(), o.value());
          String basis = o.basis().orElse("unmarked");
          views.put(
              i, observable(article, i, o.value(), Words.orEmpty(o.note()), basis, seen.get(i)));
        });
    seen.forEach((i, s) ->
        views.computeIfAbsent(
            i, k -> observable(article, i, i.value(), "", "named in the text", s)));
    return List.copyOf(views.values());
  }

  private ReportView.Observable observable(
      Article article,
      Indicator i,
      String value,
      String note,
      String basis,
      @org.jspecify.annotations.Nullable Seen seen) {
    String href = seen == null ? "" : Paths.relative(article.path(), Observables.path(i));
    return new ReportView.Observable(
        Words.tag(i.type()), value, href, note, basis, seen == null ? "" : also(seen));
  }

  /** Who else saw it; a case of several sites says nothing by that alone. */
  private static String also(Seen seen) {
    int cases = seen.reports().size() - 1;
    long sightings = seen.sightings();
    if (cases == 0 && sightings == 0) {
      return "";
    }
    String in = cases > 0 ? "in " + Words.count(cases, "other case") : "";
    String of = sightings > 0 ? "in " + Words.count(sightings, "small event") : "";
    return "Also " + in + (in.isEmpty() || of.isEmpty() ? "" : " and ") + of;
  }

  private ReportView.Similar similar(Article from, Similar similar) {
    Article a = similar.article();
    Details.Report d = (Details.Report) a.details();
    return new ReportView.Similar(
        docs.ref(from.path(), a),
        d.severity().map(s -> Words.tag(s.token())),
        Words.tag(a.status().token()),
        frame.words().time(a.began()),
        similar.reasons().stream().map(r -> r.words() + ": " + Words.join(r.values())).toList());
  }

  private List<Article> notices(Article report) {
    return notices.getOrDefault(report.id().id().toLowerCase(Locale.ROOT), List.of());
  }

  private ReportView.Told told(Article from, Article notice) {
    String type = notice.details() instanceof Details.Notice d ? d.type().replace('_', ' ') : "";
    return new ReportView.Told(
        docs.ref(from.path(), notice),
        type,
        notice.readers().isEmpty() ? "anyone" : notice.readers(),
        frame.words().time(notice.versions().current()));
  }

  private ReportView.Action action(Action a) {
    return new ReportView.Action(
        a.who(),
        a.delivers(),
        Words.orEmpty(a.to()),
        Words.orEmpty(a.form()),
        a.by().map(Words::date),
        Words.tag(a.done().isPresent() ? "done" : late(a) ? "overdue" : "open"),
        a.done().map(Words::dated).orElse(""));
  }

  /** Only the team's pages may change with the day. */
  private boolean late(Action a) {
    LocalDate today = edition.asOf().atOffset(ZoneOffset.UTC).toLocalDate();
    return edition.audience().isTeam() && a.by().filter(today::isAfter).isPresent();
  }
}
