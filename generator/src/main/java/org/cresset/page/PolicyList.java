package org.cresset.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.edition.Article;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.marking.Label;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.page.view.PolicyListView;
import org.cresset.page.view.PolicyListView.Entry;
import org.cresset.page.view.PolicyListView.Group;
import org.cresset.page.view.Ref;

/** The framework: how policies and procedures belong together. */
final class PolicyList {
  private static final String FOLDER = "policies";
  private static final String PATH = FOLDER + "/index.html";

  private final Frame frame;
  private final List<Article> all;

  PolicyList(Frame frame) {
    this.frame = frame;
    this.all = frame.edition().of(Kind.POLICY);
  }

  List<Job> jobs() {
    if (all.isEmpty()) {
      return List.of();
    }
    String title = frame.introTitle(FOLDER, "Policies and procedures");
    Label label = frame.label(all).with(frame.introLabel(FOLDER));
    return List.of(
        frame.job(
            PATH,
            "policies.ftlh",
            new Frame.Head(FOLDER, title, "", "", label),
            List.of(frame.digests(all), frame.intro(FOLDER), late()),
            prose -> view(title, prose)));
  }

  private PolicyListView view(String title, Prose prose) {
    List<Article> current = all.stream().filter(a -> a.status() != Status.RETIRED).toList();
    Set<DocumentId> placed = new TreeSet<>();
    List<Group> groups = new ArrayList<>();
    for (Article policy : current.stream().filter(a -> !isProcedure(a)).toList()) {
      List<Article> procedures =
          policy.related("implemented_by").stream()
              .map(Link::id)
              .filter(id -> current.stream().anyMatch(a -> a.id().equals(id)))
              .filter(placed::add)
              .map(id -> frame.edition().articles().get(id))
              .toList();
      groups.add(new Group(entry(policy), entries(procedures)));
    }
    List<Article> others =
        current.stream().filter(a -> isProcedure(a) && !placed.contains(a.id())).toList();
    List<Article> retired = all.stream().filter(a -> a.status() == Status.RETIRED).toList();
    return new PolicyListView(
        title,
        frame.introText(FOLDER, prose),
        prose.definitions(),
        List.copyOf(groups),
        entries(others),
        entries(retired),
        Keeping.isThere(frame.edition())
            ? Optional.of(new Ref("", "", Paths.relative(PATH, Keeping.PATH)))
            : Optional.empty());
  }

  static boolean isProcedure(Article article) {
    return article.details() instanceof Details.Policy p && p.type().equals("procedure");
  }

  /** Those whose review is overdue; only the team's pages may change with the day. */
  private List<DocumentId> late() {
    LocalDate today = frame.edition().asOf().atOffset(ZoneOffset.UTC).toLocalDate();
    return frame.edition().audience().isTeam()
        ? all.stream()
            .filter(a -> a.status() != Status.RETIRED)
            .filter(a -> a.reviewOn().filter(today::isAfter).isPresent())
            .map(Article::id)
            .toList()
        : List.of();
  }

  private List<Entry> entries(List<Article> articles) {
    return articles.stream().map(this::entry).toList();
  }

  private Entry entry(Article a) {
    Optional<java.time.LocalDate> effective =
        a.details() instanceof Details.Policy p ? p.effectiveFrom() : Optional.empty();
    return new Entry(
        a.id().id(),
        a.title(),
        Paths.relative(PATH, a.path()),
        Words.tag(a.status().token()),
        Words.tag(isProcedure(a) ? "procedure" : "policy"),
        Words.label(a.label()),
        approved(a),
        effective.map(Words::date),
        a.reviewOn().map(Words::date),
        late().contains(a.id()));
  }

  private static String approved(Article a) {
    return a.details() instanceof Details.Policy p
        ? Words.orEmpty(p.approvedBy())
            + p.approvedOn().map(on -> ", " + Words.date(on).shown()).orElse("")
        : "";
  }
}
