package org.cresset.page;

import java.util.List;
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
        new Frame.Head("audit", "Declassifications", "", "", frame.memberLabel()),
        List.of(acts),
        prose -> new AuditView(acts.stream().map(this::act).toList()));
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
