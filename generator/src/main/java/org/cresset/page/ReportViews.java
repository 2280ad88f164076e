package org.cresset.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.figures.CaseTimes;
import org.cresset.model.Details;
import org.cresset.model.Evidence;
import org.cresset.model.Hypothesis;
import org.cresset.model.Intake;
import org.cresset.page.view.DocView.Entry;
import org.cresset.page.view.ReportView;
import org.cresset.page.view.ReportView.Appendix;
import org.cresset.page.view.ReportView.Around;
import org.cresset.page.view.ReportView.Moment;
import org.cresset.page.view.ReportView.Span;
import org.cresset.text.SafeHtml;

/** Reports as their pages show them. */
final class ReportViews {
  private final Docs docs;
  private final Words words;

  ReportViews(Docs docs, Words words) {
    this.docs = docs;
    this.words = words;
  }

  ReportView view(Article a, Details.Report d, Around around, Prose prose) {
    List<ReportView.Event> timeline = new Timeline(words, prose).events(d.chronology());
    SafeHtml resolution = prose.html(d.resolution());
    List<Appendix> appendices = Appendices.of(a);
    return new ReportView(
        docs.view(a, prose, a.body(), before(d, around), after(a, d, around, appendices)),
        d.severity().map(s -> Words.tag(s.token())),
        d.controller(),
        d.triage().category().replace('_', ' '),
        d.triage().priority(),
        d.triage().factors(),
        moments(d.times()),
        d.times().referAgain().map(Words::date),
        d.times().nextUpdate().map(words::time),
        Words.orEmpty(d.outcome()),
        d.intake().map(ReportViews::answers).orElse(List.of()),
        d.sites(),
        d.locations(),
        d.methods(),
        d.software(),
        timeline,
        d.hypotheses().stream().map(this::hypothesis).toList(),
        d.evidence().stream().map(this::evidence).toList(),
        Costs.rows(d.costs()),
        Costs.totals(d.costs()),
        d.contacts().stream().map(ReportViews::contact).toList(),
        d.permissions().stream().map(ReportViews::permission).toList(),
        d.postmortem().map(ReportViews::postmortem),
        resolution,
        d.retention().retainUntil().map(Words::date),
        d.retention().legalHold(),
        spans(d.times()),
        around,
        appendices);
  }

  private static List<Entry> before(Details.Report d, Around around) {
    List<Entry> entries = new ArrayList<>();
    AdvisoryViews.add(entries, !d.resolution().isEmpty(), "s_resolution", "Resolution");
    AdvisoryViews.add(entries, !d.chronology().isEmpty(), "s_timeline", "Timeline");
    AdvisoryViews.add(entries, !d.hypotheses().isEmpty(), "s_hypotheses", "Hypotheses");
    AdvisoryViews.add(entries, !around.observables().isEmpty(), "s_observables", "Observables");
    AdvisoryViews.add(entries, !d.actions().isEmpty(), "s_actions", "Actions");
    AdvisoryViews.add(entries, !around.similar().isEmpty(), "s_similar", "Similar incidents");
    return entries;
  }

  private static List<Entry> after(
      Article a, Details.Report d, Around around, List<Appendix> appendices) {
    List<Entry> entries = new ArrayList<>();
    AdvisoryViews.add(entries, d.intake().isPresent(), "s_intake", "First call");
    AdvisoryViews.add(entries, !d.evidence().isEmpty(), "s_evidence", "Evidence");
    AdvisoryViews.add(entries, !d.costs().isEmpty(), "s_costs", "Costs");
    AdvisoryViews.add(entries, !d.contacts().isEmpty(), "s_contacts", "Contacts");
    AdvisoryViews.add(entries, !d.permissions().isEmpty(), "s_permissions", "Permissions");
    AdvisoryViews.add(entries, !around.told().isEmpty(), "s_told", "Told to others");
    AdvisoryViews.add(entries, !a.references().isEmpty(), "s_references", "References");
    AdvisoryViews.add(entries, !a.assets().isEmpty(), "s_files", "Files");
    AdvisoryViews.add(entries, !appendices.isEmpty(), "s_appendices", "Appendices");
    return entries;
  }

  /** The times of the case in their order, each with the time since the one before. */
  private List<Moment> moments(Details.Times t) {
    record Named(String name, Optional<Instant> at) {}
    List<Moment> moments = new ArrayList<>();
    Optional<Instant> last = Optional.empty();
    for (Named named :
        List.of(
            new Named("Occurred", t.occurred()),
            new Named("Detected", t.detected()),
            new Named("Logged", t.logged()),
            new Named("Contained", t.contained()),
            new Named("Closed", t.closed()))) {
      if (named.at().isPresent()) {
        Instant at = named.at().get();
        String after = last.map(l -> Words.duration(Duration.between(l, at)) + " later").orElse("");
        moments.add(new Moment(named.name(), words.time(at), after));
        last = named.at();
      }
    }
    return List.copyOf(moments);
  }

  static List<ReportView.Answer> answers(Intake intake) {
    return intake.answers().entrySet().stream()
        .map(e -> new ReportView.Answer(Words.capital(e.getKey().replace('_', ' ')), e.getValue()))
        .toList();
  }

  private static List<Span> spans(Details.Times t) {
    List<Span> spans = new ArrayList<>();
    span(spans, "Until detected", CaseTimes.toDetect(t));
    span(spans, "Time to contain", CaseTimes.toContain(t));
    span(spans, "Time to close", CaseTimes.toClose(t));
    return List.copyOf(spans);
  }

  private static void span(List<Span> spans, String name, Optional<Duration> length) {
    length.ifPresent(d -> spans.add(new Span(name, Words.duration(d))));
  }

  private ReportView.Hypothesis hypothesis(Hypothesis h) {
    return new ReportView.Hypothesis(
        h.statement(),
        Words.tag(h.outcome()),
        h.tests().stream()
            .map(t ->
                new ReportView.Hypothesis.Test(
                    t.at().map(words::time), t.test(), Words.orEmpty(t.result())))
            .toList());
  }

  private ReportView.Evidence evidence(Evidence e) {
    return new ReportView.Evidence(
        e.item(),
        Words.orEmpty(e.sha256()),
        e.collectedAt().map(words::time),
        Words.orEmpty(e.collectedBy()),
        Words.orEmpty(e.heldAt()),
        e.custody().stream()
            .map(c -> new ReportView.Evidence.Custody(words.time(c.at()), c.from(), c.to()))
            .toList());
  }

  private static ReportView.Contact contact(org.cresset.model.Contact c) {
    String separator = c.role().isPresent() && c.organization().isPresent() ? ", " : "";
    return new ReportView.Contact(
        c.name(),
        Words.orEmpty(c.role()) + separator + Words.orEmpty(c.organization()),
        Words.orEmpty(c.phone()),
        Words.orEmpty(c.fax()),
        Words.orEmpty(c.email()));
  }

  private static ReportView.Permission permission(org.cresset.model.Permission p) {
    return new ReportView.Permission(
        p.constituent(),
        p.what(),
        p.to(),
        p.grantedBy(),
        Words.date(p.on()),
        p.until().map(Words::date));
  }

  private static ReportView.Postmortem postmortem(org.cresset.model.Postmortem p) {
    return new ReportView.Postmortem(
        Words.date(p.heldOn()), Words.orEmpty(p.moderator()), Words.join(p.present()));
  }
}
