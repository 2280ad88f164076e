package org.cresset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cresset.document.Document;
import org.cresset.document.Past;
import org.cresset.marking.Audience;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.problem.Failure;
import org.cresset.text.Markdown;

/**
 * A document that is about to get a new version, found by its id.
 *
 * @param file where it lies
 * @param at when its first version was released, by history; the time of the run outside Git
 */
public record FirstReleased(Path file, Instant at) {
  private static final Audience ANYONE = new Audience("public", new Audience.Anyone(), false);

  /**
   * Finds it.
   *
   * @param id with its kind before it where two documents have the same
   */
  public static FirstReleased find(Workspace workspace, String id, Instant asOf) {
    try (Collector collector = new Collector(workspace, new Markdown())) {
      Collected collected = collector.read(new Collector.AsTheyLie(), asOf);
      List<Document> found =
          collected.library().documents().values().stream()
              .filter(
                  d -> d.id().id().equalsIgnoreCase(id) || d.id().toString().equalsIgnoreCase(id))
              .filter(d ->
                  d.id().kind() == Kind.ADVISORY
                      || d.id().kind() == Kind.POLICY
                      || id.contains("/"))
              .toList();
      if (found.size() != 1) {
        throw new Failure(
            Failure.Kind.USAGE,
            found.isEmpty()
                ? "no readable advisory or policy '" + id + "'"
                : "several documents '" + id + "'",
            found.isEmpty()
                ? "cresset check says what can't be read"
                : "write the kind before it, such as " + found.getFirst().id());
      }
      Document document = found.getFirst();
      Instant at =
          collected.past().states(document.path()).reversed().stream()
              .filter(s ->
                  collected
                      .past()
                      .document(document.path(), s)
                      .filter(d -> isReleased(d) && isAsOpen(d, document, asOf))
                      .isPresent())
              .map(Past.State::authored)
              .findFirst()
              .orElse(asOf);
      return new FirstReleased(workspace.content().resolve(document.path()), at);
    }
  }

  private static boolean isReleased(Document document) {
    return document.status() != Status.DRAFT;
  }

  /** What anyone may read is not dated by the time when few did. */
  private static boolean isAsOpen(Document before, Document now, Instant asOf) {
    return !ANYONE.mayRead(now.marking(), asOf) || ANYONE.mayRead(before.marking(), asOf);
  }
}
