package org.cresset.search;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.cresset.edition.Article;
import org.cresset.model.Details;
import org.cresset.model.Hypothesis;
import org.cresset.model.MarkedText;
import org.cresset.model.Product;
import org.cresset.model.Vulnerability;

/** Gathers the words of an article, one value on a line. */
final class Texts {
  private final StringBuilder out = new StringBuilder();
  private final Function<MarkedText, String> plain;

  Texts(Function<MarkedText, String> plain) {
    this.plain = plain;
  }

  String text() {
    return out.toString();
  }

  void markdown(MarkedText text) {
    if (!text.isEmpty()) {
      line(plain.apply(text));
    }
  }

  /** What comes before the body. */
  void details(Details details) {
    switch (details) {
      case Details.Advisory a -> line(a.action());
      case Details.Page p -> lines(p.summary());
      case Details.Term t -> lines(t.abbreviation());
      case Details.Report r -> markdown(r.resolution());
      case Details.Notice n -> lines(n.of());
      case Details.Policy p -> lines(p.approvedBy());
    }
  }

  /** What comes after the body: fields that are found but make no good excerpt. */
  void after(Article article) {
    line(article.id().id());
    lines(article.aliases());
    lines(article.keywords());
    switch (article.details()) {
      case Details.Advisory a -> advisory(a);
      case Details.Report r -> report(r);
      case Details.Term t -> lines(t.also());
      case Details.Notice n -> lines(n.approvedBy());
      case Details.Policy p -> p.measures().forEach(m -> line(m.what()));
      case Details.Page p -> {}
    }
    article.versions().history().forEach(r -> line(r.summary()));
    article.references().forEach(r -> line(r.summary() + " " + r.url()));
  }

  private void advisory(Details.Advisory a) {
    lines(a.severityReason());
    a.products().forEach(this::product);
    a.vulnerabilities().forEach(this::vulnerability);
    a.solutions()
        .forEach(s -> {
          markdown(s.details());
          markdown(s.impact());
          lines(s.url());
        });
    a.withdrawn().ifPresent(w -> line(w.reason()));
    a.acknowledgments()
        .forEach(k -> {
          lines(k.names());
          lines(k.organization());
        });
  }

  private void product(Product p) {
    line(p.vendor().map(v -> v + " ").orElse("") + p.productName());
    lines(p.affected());
    lines(p.fixed());
    lines(p.platforms());
    lines(p.purl());
    lines(p.cpe());
  }

  private void vulnerability(Vulnerability v) {
    lines(v.cve());
    lines(v.ids());
    lines(v.title());
    lines(v.cwe());
    lines(v.accessRequired());
    lines(v.accessGained());
  }

  private void report(Details.Report r) {
    line(r.controller());
    lines(r.outcome());
    lines(r.sites());
    lines(r.locations());
    lines(r.methods());
    lines(r.software());
    lines(r.advisories());
    r.intake().ifPresent(i -> lines(i.answers().values()));
    r.observables().forEach(o -> line(o.value() + o.note().map(n -> " " + n).orElse("")));
    r.chronology().stream().filter(c -> !c.inBody()).forEach(c -> markdown(c.event()));
    r.hypotheses().forEach(this::hypothesis);
    r.evidence().forEach(e -> line(e.item() + e.sha256().map(h -> " " + h).orElse("")));
    r.actions().forEach(a -> line(a.who() + " " + a.delivers()));
    r.contacts().forEach(c -> line(c.name() + c.organization().map(o -> " " + o).orElse("")));
  }

  private void hypothesis(Hypothesis h) {
    line(h.statement());
    h.tests().forEach(t -> line(t.test() + t.result().map(r -> " " + r).orElse("")));
  }

  private void lines(Optional<String> value) {
    value.ifPresent(this::line);
  }

  private void lines(Collection<String> values) {
    values.forEach(this::line);
  }

  private void line(String value) {
    if (!value.isBlank()) {
      out.append(value.strip()).append('\n');
    }
  }
}
