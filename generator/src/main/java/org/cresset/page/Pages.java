package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.marking.Audience;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.page.view.View;

/** All pages of one edition, each with what it depends on. */
final class Pages {
  private final Frame frame;
  private final Edition edition;
  private final Docs docs;
  private final Reports reports;

  Pages(Frame frame) {
    this.frame = frame;
    this.edition = frame.edition();
    this.docs = new Docs(edition, frame.words());
    this.reports = new Reports(frame, docs);
  }

  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    jobs.addAll(edition.articles().values().parallelStream().map(this::article).toList());
    Lists advisories = new Lists(frame, Kind.ADVISORY, "Advisories");
    jobs.addAll(advisories.jobs());
    jobs.addAll(new Lists(frame, Kind.REPORT, "Reports").jobs());
    jobs.addAll(new Lists(frame, Kind.NOTICE, "Notices").jobs());
    jobs.addAll(new PolicyList(frame).jobs());
    jobs.addAll(new GlossaryList(frame).jobs());
    jobs.addAll(new Sections(frame).jobs());
    jobs.add(
        switch (edition.audience().readers()) {
          case Audience.Team() -> new Desk(frame, docs).job();
          case Audience.Member m -> new MemberHome(frame).job();
          case Audience.Anyone() -> new Home(frame, docs, advisories).job();
        });
    jobs.addAll(new Observables(frame).jobs());
    jobs.addAll(new Training(frame, docs).jobs());
    jobs.addAll(new Statistics(frame).jobs());
    jobs.addAll(new Keeping(frame).jobs());
    if (edition.audience().isTeam()) {
      jobs.add(new Audit(frame).job());
      jobs.add(new CallersPage(frame).job());
    }
    jobs.addAll(new Services(frame, docs).jobs());
    jobs.addAll(new Redirects(frame, docs).jobs(jobs));
    return jobs;
  }

  private Job article(Article article) {
    if (article.details() instanceof Details.Report report) {
      return reports.job(article, report);
    }
    String version = article.versions().number();
    Frame.Head head =
        new Frame.Head(
            section(article),
            article.title(),
            description(article),
            article.id().id() + (version.isEmpty() ? "" : ", version " + version),
            docs.label(article));
    return frame.job(article, head, List.of(), prose -> view(article, prose));
  }

  private View view(Article article, Prose prose) {
    OtherViews others = new OtherViews(docs);
    return switch (article.details()) {
      case Details.Advisory d ->
          new AdvisoryViews(edition, docs, frame.words()).view(article, d, prose);
      case Details.Report d ->
          throw new IllegalArgumentException(article.id() + " has its own way");
      case Details.Policy d -> others.policy(article, d, prose);
      case Details.Notice d -> others.notice(article, d, prose);
      case Details.Term d -> others.term(article, d, prose);
      case Details.Page d -> others.page(article, d, prose);
    };
  }

  /** The part of the site: for pages their top folder. */
  private static String section(Article article) {
    return article.details() instanceof Details.Page
        ? article.id().folded().split("/", 2)[0]
        : article.id().kind().folder();
  }

  private static String description(Article article) {
    return switch (article.details()) {
      case Details.Advisory d -> d.action();
      case Details.Page d -> d.summary().orElse("");
      default -> "";
    };
  }
}
