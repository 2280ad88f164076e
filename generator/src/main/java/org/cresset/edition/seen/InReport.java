package org.cresset.edition.seen;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cresset.edition.Article;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Details;
import org.cresset.model.Observable;

/** What one report speaks of, listed or in its text. */
final class InReport {
  private final Article article;
  private final Details.Report report;
  private final Known known;
  private final Instant began;
  private final Map<Indicator, Occurrence> occurrences = new TreeMap<>();

  private InReport(Article article, Details.Report report, Known known) {
    this.article = article;
    this.report = report;
    this.known = known;
    Details.Times t = report.times();
    this.began = t.occurred().or(t::detected).or(t::logged).orElse(article.versions().initial());
  }

  static InReport of(Article article, Known known) {
    if (!(article.details() instanceof Details.Report report)) {
      throw new IllegalArgumentException(article.id() + " is not a report");
    }
    InReport in = new InReport(article, report, known);
    report.observables().forEach(in::listed);
    in.texts().forEach(text -> in.find(text).forEach(i -> in.add(i, in.began, "text", "", "")));
    report.chronology().forEach(in::entry);
    return in;
  }

  Map<Indicator, Occurrence> occurrences() {
    return occurrences;
  }

  private Set<String> texts() {
    Set<String> texts = new TreeSet<>();
    texts.add(article.title());
    texts.add(article.body().markdown());
    texts.add(report.resolution().markdown());
    report.observables().forEach(o -> o.note().ifPresent(texts::add));
    report
        .hypotheses()
        .forEach(h -> {
          texts.add(h.statement());
          h.tests().forEach(t -> texts.add(t.test() + " \n" + t.result().orElse("")));
        });
    return texts;
  }

  private SortedSet<Indicator> find(String text) {
    SortedSet<Indicator> found = Extractor.find(text);
    known.find(text, found);
    return found;
  }

  private void listed(Observable o) {
    add(
        Indicator.of(o.type(), o.value()),
        began,
        "listed",
        o.basis().orElse("unmarked"),
        o.note().orElse(""));
  }

  private void add(Indicator i, Instant at, String from, String basis, String note) {
    occurrences.putIfAbsent(
        i, new Occurrence(Optional.of(article.link()), at, at, report.sites(), from, basis, note));
  }

  /** The chronology says when; what it names twice was seen from the first to the last of these. */
  private void entry(ChronologyEntry e) {
    for (Indicator i : find(e.event().markdown())) {
      Occurrence before = occurrences.get(i);
      if (before == null) {
        add(i, e.at(), "text", e.basis().orElse(""), "");
      } else {
        boolean vague = before.first().equals(began) && before.last().equals(began);
        occurrences.put(i, within(before, vague ? e.at() : before.first(), e.at()));
      }
    }
  }

  private static Occurrence within(Occurrence o, Instant first, Instant last) {
    return new Occurrence(
        o.document(),
        first.isBefore(last) ? first : last,
        first.isBefore(last) ? last : first,
        o.sites(),
        o.from(),
        o.basis(),
        o.note());
  }
}
