package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import org.cresset.edition.Article;
import org.cresset.model.Details;
import org.cresset.page.view.DocView;
import org.cresset.page.view.DocView.Entry;
import org.cresset.page.view.NoticeView;
import org.cresset.page.view.PageBodyView;
import org.cresset.page.view.PolicyView;
import org.cresset.page.view.TermView;

/** Policies, notices, terms and pages as their pages show them. */
final class OtherViews {
  private final Docs docs;

  OtherViews(Docs docs) {
    this.docs = docs;
  }

  PolicyView policy(Article a, Details.Policy d, Prose prose) {
    List<Entry> after = new ArrayList<>();
    AdvisoryViews.add(after, !d.measures().isEmpty(), "s_measures", "How we check it");
    after.addAll(after(a));
    AdvisoryViews.add(after, !a.versions().history().isEmpty(), "s_revisions", "Revisions");
    return new PolicyView(
        docs.view(a, prose, a.body(), List.of(), after),
        Words.tag(d.type()),
        Words.orEmpty(d.approvedBy()),
        d.approvedOn().map(Words::date),
        d.effectiveFrom().map(Words::date),
        d.measures().stream()
            .map(m ->
                new PolicyView.Measure(
                    m.what(),
                    Words.orEmpty(m.target()),
                    m.measuredOn().map(Words::date),
                    Words.orEmpty(m.value())))
            .toList());
  }

  NoticeView notice(Article a, Details.Notice d, Prose prose) {
    return new NoticeView(
        plain(a, prose),
        Words.tag(d.type()),
        Words.orEmpty(d.approvedBy()),
        Words.orEmpty(d.legalBasis()));
  }

  TermView term(Article a, Details.Term d, Prose prose) {
    return new TermView(plain(a, prose), Words.orEmpty(d.abbreviation()), d.also());
  }

  PageBodyView page(Article a, Details.Page d, Prose prose) {
    return new PageBodyView(plain(a, prose), d.type().map(Words::tag), Words.orEmpty(d.summary()));
  }

  private DocView plain(Article a, Prose prose) {
    return docs.view(a, prose, a.body(), List.of(), after(a));
  }

  private static List<Entry> after(Article a) {
    List<Entry> after = new ArrayList<>();
    AdvisoryViews.add(after, !a.references().isEmpty(), "s_references", "References");
    AdvisoryViews.add(after, !a.assets().isEmpty(), "s_files", "Files");
    return after;
  }
}
