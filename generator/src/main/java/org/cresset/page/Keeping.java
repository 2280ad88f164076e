package org.cresset.page;

import java.util.List;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.edition.figures.Compliance;
import org.cresset.edition.figures.Compliance.Measured;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.page.view.ComplianceView;
import org.cresset.page.view.ComplianceView.Computed;
import org.cresset.page.view.ComplianceView.Entered;
import org.cresset.page.view.Ref;

/** The team's page on how well it keeps to its policies. */
final class Keeping {
  static final String PATH = "statistics/compliance/index.html";
  private static final Label COUNTS = new Label(Classification.PRIVATE, Tlp.AMBER_STRICT);

  private final Frame frame;
  private final Edition edition;

  Keeping(Frame frame) {
    this.frame = frame;
    this.edition = frame.edition();
  }

  static boolean isThere(Edition edition) {
    return Statistics.isThere(edition) && !edition.of(Kind.POLICY).isEmpty();
  }

  List<Job> jobs() {
    return isThere(edition) ? List.of(page()) : List.of();
  }

  private Job page() {
    List<Measured> measured = Compliance.of(edition);
    List<Article> policies =
        edition.of(Kind.POLICY).stream().filter(a -> a.status() != Status.RETIRED).toList();
    ComplianceView view =
        new ComplianceView(
            measured.stream().map(Keeping::computed).toList(),
            policies.stream().flatMap(Keeping::entered).toList());
    return frame.job(
        PATH,
        "compliance.ftlh",
        new Frame.Head(
            Statistics.SECTION, "Compliance", "", "", frame.label(policies).with(COUNTS)),
        List.of(view),
        prose -> view);
  }

  private static Computed computed(Measured m) {
    return new Computed(m.what(), m.kept(), m.of(), 100 * m.kept() / m.of(), m.counted());
  }

  private static Stream<Entered> entered(Article a) {
    return a.details() instanceof Details.Policy p
        ? p.measures().stream()
            .map(m ->
                new Entered(
                    new Ref(a.id().id(), a.title(), Paths.relative(PATH, a.path())),
                    m.what(),
                    Words.orEmpty(m.target()),
                    Words.orEmpty(m.value()),
                    m.measuredOn().map(Words::date)))
        : Stream.empty();
  }
}
