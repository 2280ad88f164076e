package org.cresset.page;

import java.util.List;
import org.cresset.edition.AcceptedText;
import org.cresset.edition.Article;
import org.cresset.edition.Declassification;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.page.view.AuditView;
import org.cresset.page.view.Ref;

/** The page of audited acts, in the team's editions. */
final class Audit {
  static final String PATH = "audit/index.html";
  private static final int SHORT = 12;

  private final Frame frame;
  private final Edition edition;

  Audit(Frame frame) {
    this.frame = frame;
    this.edition = frame.edition();
  }

  Job job() {
    List<Declassification> acts = edition.team().audit();
    return frame.job(
        PATH,
        "audit.ftlh",
        new Frame.Head("audit", "Audit", "", "", frame.memberLabel()),
        List.of(acts, edition.team().accepted()),
        prose ->
            new AuditView(
                acts.stream().map(this::act).toList(),
                edition.team().accepted().stream().map(this::accepted).toList()));
  }

  private AuditView.Accepted accepted(AcceptedText a) {
    Article article = edition.articles().get(a.document());
    String href = article == null ? "" : Paths.relative(PATH, article.path());
    return new AuditView.Accepted(
        new Ref(a.document().id(), a.title(), href), a.text(), a.reason(), a.by());
  }

  private AuditView.Act act(Declassification act) {
    return new AuditView.Act(
        frame.words().time(act.at()),
        act.commit().substring(0, Math.min(SHORT, act.commit().length())),
        act.author(),
        act.by(),
        new Ref(
            act.document().id(),
            act.title(),
            act.path().map(path -> Paths.relative(PATH, path)).orElse("")),
        act.from(),
        act.to());
  }
}
