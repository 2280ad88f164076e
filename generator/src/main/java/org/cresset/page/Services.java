package org.cresset.page;

import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.marking.Label;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.page.view.KeysView;
import org.cresset.page.view.MessageView;
import org.cresset.page.view.Ref;
import org.cresset.page.view.VerifyView;

/** Search, verification, keys, and the page of errors. */
final class Services {
  private static final String VERIFY = "verify/index.html";

  private final Frame frame;
  private final Docs docs;
  private final Edition edition;

  Services(Frame frame, Docs docs) {
    this.frame = frame;
    this.docs = docs;
    this.edition = frame.edition();
  }

  List<Job> jobs() {
    return List.of(search(), verify(), keys(), notFound());
  }

  /** Anything may be found, so the page is marked as the edition's highest. */
  private Job search() {
    Label label = frame.label(List.copyOf(edition.articles().values()));
    return frame.job(
        "search/index.html",
        "search-page.ftlh",
        new Frame.Head("search", "Search", "", "", label),
        List.of(),
        prose -> new MessageView());
  }

  private Job verify() {
    Optional<Article> example =
        edition.of(Kind.ADVISORY).stream()
            .filter(a -> a.status() == Status.FINAL && a.label().equals(Label.PUBLIC))
            .min(Rows.NEWEST_FIRST);
    Optional<VerifyView.Example> view = example.map(this::example);
    boolean script = StaticFiles.script().isPresent();
    return frame.job(
        VERIFY,
        "verify.ftlh",
        head("verify", "Check that it is genuine"),
        List.of(script, view),
        prose -> new VerifyView(script, view));
  }

  private VerifyView.Example example(Article article) {
    String text = Docs.lastPart(article) + ".txt";
    Ref ref = docs.ref(VERIFY, article);
    String folder = Paths.relative(VERIFY, article.folder() + "index.html");
    return new VerifyView.Example(
        ref,
        text,
        text + ".asc",
        edition.audience().isPublic()
            ? edition.site().url() + article.folder()
            : folder.substring(0, folder.length() - "index.html".length()));
  }

  private Job keys() {
    KeysView view = new KeyHistory(frame.words()).view(edition.site().signer());
    return frame.job(
        KeyHistory.PATH, "keys.ftlh", head("keys", "Keys"), List.of(view), prose -> view);
  }

  private Job notFound() {
    return frame.job(
        Chrome.NOT_FOUND,
        "404.ftlh",
        head("404", "Not found"),
        List.of(),
        prose -> new MessageView());
  }

  private static Frame.Head head(String section, String title) {
    return new Frame.Head(section, title, "", "", Label.PUBLIC);
  }
}
