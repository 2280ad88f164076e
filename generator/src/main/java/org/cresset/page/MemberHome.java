package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import org.cresset.edition.Affected;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.page.view.MemberView;
import org.cresset.page.view.Ref;

/** The first page of a member's edition: what is new for it, and what touches its software. */
final class MemberHome {
  private static final String PATH = "index.html";
  private static final int NEWEST = 30;

  private final Frame frame;
  private final Edition edition;

  MemberHome(Frame frame) {
    this.frame = frame;
    this.edition = frame.edition();
  }

  Job job() {
    List<Article> all = new ArrayList<>(edition.articles().values());
    all.sort(Rows.NEWEST_FIRST);
    return frame.job(
        PATH,
        "member.ftlh",
        new Frame.Head("home", edition.site().team().name(), "", "", frame.memberLabel()),
        List.of(frame.digests(all), edition.affected(), all.size()),
        prose ->
            new MemberView(
                frame.rows().rows(PATH, all.stream().limit(NEWEST).toList()),
                all.size(),
                edition.affected().stream().map(this::touching).toList(),
                Home.others(edition),
                edition.site().url()));
  }

  private MemberView.Touching touching(Affected a) {
    return new MemberView.Touching(
        new Ref(a.id().id(), a.title(), a.url()),
        a.action(),
        a.severity().map(s -> Words.tag(s.token())),
        frame.words().time(a.current()),
        a.certain(),
        a.reasons());
  }
}
