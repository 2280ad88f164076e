package org.cresset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cresset.edition.Article;
import org.cresset.edition.Commit;
import org.cresset.edition.ShownVersions;
import org.cresset.edition.Site;
import org.cresset.edition.VersionText;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.page.ChangeViews;
import org.cresset.page.view.DocView;
import org.cresset.problem.Failure;
import org.cresset.release.PreviousRelease;
import org.cresset.seal.PassphraseSource;
import org.cresset.text.Markdown;

/**
 * The versions of a document as one edition may see it. What the edition may not have is not there:
 * it is answered like an id that nobody ever used.
 */
public final class DocumentHistory {
  private final Workspace workspace;
  private final PassphraseSource passphrase;
  private final Markdown markdown = new Markdown();

  /**
   * @param passphrase asked if there are encrypted sources and the key has one
   */
  public DocumentHistory(Workspace workspace, PassphraseSource passphrase) {
    this.workspace = workspace;
    this.passphrase = new Once(passphrase);
  }

  /**
   * An answer.
   *
   * @param commits newest first; none but in the team's editions
   * @param texts the versions whose text this edition may show, oldest first, the current one last
   */
  public record Answer(
      String edition, Article article, List<Commit> commits, List<VersionText> texts) {}

  /**
   * What the edition may know of a document.
   *
   * @param id the document's id, with its kind before it where two have the same
   * @throws Failure USAGE if the edition has no such document, or there is no such edition
   */
  public Answer read(String id, String edition, Collector.State state, Instant asOf) {
    try (Collector collector = new Collector(workspace, markdown, passphrase)) {
      Collected collected = collector.read(state, asOf);
      Audience audience = collected.audience(edition);
      Gate gate =
          new Gate(collected.library(), collected.past(), List.of(), shown(collected, audience));
      Site site = Sites.of(collected.library().configuration(), Sites.nobody());
      Article article =
          one(gate.admit(audience, site, asOf).edition().articles().values(), id, audience);
      List<VersionText> texts = new ArrayList<>(article.shown().earlier());
      texts.add(VersionText.of(article));
      List<Commit> commits = gate.commits(article.id(), audience, asOf);
      return new Answer(audience.id(), article, commits, List.copyOf(texts));
    }
  }

  /**
   * What changed from one version to another.
   *
   * @throws Failure USAGE if the edition has no text of one of them
   */
  public DocView.Changed difference(Answer answer, String from, String to) {
    return new ChangeViews(markdown).between(text(answer, from), text(answer, to));
  }

  /** To the team all is shown that stands in the history and that it might have read then. */
  private ShownVersions shown(Collected collected, Audience audience) {
    Optional<PreviousRelease> served =
        audience.sealed()
            ? Optional.empty()
            : PreviousRelease.served(workspace.site(), audience.id());
    boolean committed = collected.library().configuration().comparesCommitted();
    return ShownBefore.of(served, path -> served.flatMap(p -> p.read(path)))
        .andCommitted(committed || audience.isTeam());
  }

  /** Asks the edition alone: what it may not have must not change a word of the answer. */
  private static Article one(Iterable<Article> articles, String id, Audience audience) {
    List<Article> found = new ArrayList<>();
    for (Article a : articles) {
      if (a.id().id().equalsIgnoreCase(id) || a.id().toString().equalsIgnoreCase(id)) {
        found.add(a);
      }
    }
    if (found.size() != 1) {
      throw new Failure(
          Failure.Kind.USAGE,
          found.isEmpty()
              ? "the edition " + audience.id() + " has no document '" + id + "'"
              : "several documents '" + id + "'",
          found.isEmpty()
              ? "cresset search WORDS --edition " + audience.id() + " finds ids"
              : "write the kind before it, such as " + found.getFirst().id());
    }
    return found.getFirst();
  }

  private static VersionText text(Answer answer, String number) {
    return answer.texts().stream()
        .filter(t -> t.number().equals(number))
        .findFirst()
        .orElseThrow(() -> unknown(answer, number));
  }

  private static Failure unknown(Answer answer, String number) {
    Article article = answer.article();
    boolean versioned = !article.versions().number().isEmpty();
    boolean listed = article.versions().history().stream().anyMatch(r -> r.number().equals(number));
    String name = article.id().id();
    return new Failure(
        Failure.Kind.USAGE,
        !versioned
            ? name + " has no versions to compare"
            : listed
                ? "the edition " + answer.edition() + " has shown no text of version " + number
                : name + " has no version " + number,
        versioned
            ? "there are "
                + answer.texts().stream().map(VersionText::number).collect(Collectors.joining(", "))
            : "only advisories and policies have them");
  }
}
