package org.cresset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cresset.document.Document;
import org.cresset.gate.Gate;
import org.cresset.model.Kind;
import org.cresset.problem.Failure;
import org.cresset.text.Markdown;

/**
 * A document that is about to get a new version, found by its id.
 *
 * @param file where it lies
 * @param at when its first version was released to those who may read it now, by history; the time
 *     of the run outside Git
 */
public record FirstReleased(Path file, Instant at) {
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
          new Gate(collected.library(), collected.past())
              .firstReleased(document, asOf)
              .orElse(asOf);
      return new FirstReleased(workspace.content().resolve(document.path()), at);
    }
  }
}
