package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Callers;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.page.view.CallersView;
import org.cresset.page.view.Ref;

/** The page for whoever answers the telephone, in the team's editions (S31). */
final class CallersPage {
  static final String PATH = "callers/index.html";

  private final Frame frame;
  private final Edition edition;
  private final Callers callers;

  CallersPage(Frame frame) {
    this.frame = frame;
    this.edition = frame.edition();
    this.callers = edition.team().callers();
  }

  Job job() {
    List<CallersView.Case> cases =
        edition.of(Kind.REPORT).stream().flatMap(a -> answer(a).stream()).toList();
    return frame.job(
        PATH,
        "callers.ftlh",
        new Frame.Head("callers", "Callers", "", "", frame.memberLabel()),
        List.of(cases, callers.press().orElse(""), callers.contacts()),
        prose ->
            new CallersView(
                callers.press().orElse(""),
                cases,
                callers.contacts().stream().map(CallersPage::contact).toList()));
  }

  private Optional<CallersView.Case> answer(Article a) {
    if (!(a.details() instanceof Details.Report report)) {
      return Optional.empty();
    }
    List<Ref> answers = new ArrayList<>();
    if (callers.published().contains(a.id())) {
      answers.add(ref(a.link()));
    }
    a.related("notices").stream()
        .filter(n -> callers.published().contains(n.id()))
        .forEach(n -> answers.add(ref(n)));
    boolean open = a.status() == Status.OPEN || a.status() == Status.ON_HOLD;
    List<CallersView.Site> sites = report.sites().stream().map(this::site).toList();
    return open || !answers.isEmpty()
        ? Optional.of(
            new CallersView.Case(
                ref(a.link()), a.status().token().replace('_', ' '), List.copyOf(answers), sites))
        : Optional.empty();
  }

  private CallersView.Site site(String id) {
    Optional<String> name =
        callers.contacts().stream()
            .filter(c -> c.organisation().equals(id))
            .map(Callers.CallBack::name)
            .findFirst();
    return new CallersView.Site(id, name.orElse(id), name.isPresent());
  }

  private static Ref ref(Link link) {
    return new Ref(link.id().id(), link.title(), Paths.relative(PATH, link.path()));
  }

  private static CallersView.Contact contact(Callers.CallBack c) {
    return new CallersView.Contact(
        c.organisation(), c.name(), c.contact(), c.role(), c.phone(), c.afterHours());
  }
}
