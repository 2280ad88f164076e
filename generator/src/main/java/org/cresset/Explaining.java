package org.cresset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cresset.check.Finding;
import org.cresset.document.Document;
import org.cresset.edition.Site;
import org.cresset.gate.Explanation;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.seal.PassphraseSource;
import org.cresset.text.Markdown;

/** Why a document is or is not in an edition: the same verdict and the same gate as a build. */
public final class Explaining {
  private final Workspace workspace;
  private final Supplier<char[]> passphrase;
  private final Markdown markdown = new Markdown();

  /** Reads encrypted sources only with keys that have no passphrase. */
  public Explaining(Workspace workspace) {
    this(workspace, Collector::noPassphrase);
  }

  /**
   * @param passphrase asked if there are encrypted sources and the key has one
   */
  public Explaining(Workspace workspace, PassphraseSource passphrase) {
    this.workspace = workspace;
    this.passphrase = new Once(passphrase);
  }

  /**
   * An answer.
   *
   * @param errors that keep the document out of a new release of the edition
   */
  public record Answer(Explanation explanation, List<Problem> errors) {}

  /**
   * One answer for each edition named; a name such as {@code constituents} means several.
   *
   * @param id the document's id, with its kind before it where two have the same
   * @throws Failure USAGE if there is no such document or edition
   */
  public List<Answer> explain(String id, String edition, Collector.State state, Instant asOf) {
    try (Collector collector = new Collector(workspace, markdown, passphrase)) {
      Collected collected = collector.collect(state, asOf);
      List<Answer> answers = new ArrayList<>();
      for (Audience audience : collected.audiences(Set.of(edition))) {
        answers.add(answer(collected, document(collected, id), audience));
      }
      return List.copyOf(answers);
    }
  }

  private static Answer answer(Collected collected, Document document, Audience audience) {
    Verdict verdict = Judge.first(collected, audience).verdict(collected.findings());
    Site site = Sites.of(collected.library().configuration(), Sites.nobody());
    List<Problem> errors =
        verdict.leftOut().contains(document.path())
            ? verdict.findings().stream()
                .filter(f -> f.id().filter(document.id()::equals).isPresent())
                .map(Finding::problem)
                .filter(Problem::isError)
                .toList()
            : List.of();
    Gate gate = new Gate(collected.library(), collected.past());
    return new Answer(gate.explain(document, audience, site, collected.asOf()), errors);
  }

  private static Document document(Collected collected, String id) {
    List<Document> found =
        collected.library().documents().values().stream()
            .filter(d -> d.id().id().equalsIgnoreCase(id) || d.id().toString().equalsIgnoreCase(id))
            .toList();
    if (found.size() != 1) {
      throw new Failure(
          Failure.Kind.USAGE,
          found.isEmpty() ? "no readable document '" + id + "'" : "several documents '" + id + "'",
          found.isEmpty()
              ? "cresset check says what can't be read"
              : "write the kind before it, such as " + found.getFirst().id());
    }
    return found.getFirst();
  }
}
