package org.cresset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cresset.check.Finding;
import org.cresset.document.Audiences;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.document.Past;
import org.cresset.marking.Audience;
import org.cresset.problem.Failure;
import org.cresset.source.SourceTree;

/**
 * Everything before the gate: what was read, and what is wrong with it.
 *
 * @param past earlier states of the documents
 * @param findings of the rules, in the order of places
 * @param locked why an encrypted source could not be opened, if one could not
 */
public record Collected(
    SourceTree source,
    Library library,
    Past past,
    List<Finding> findings,
    Optional<Failure> locked,
    Instant asOf) {

  /** The audiences that have editions, of those named; all if none is named. */
  public List<Audience> audiences(Set<String> named) {
    List<Audience> all = Audiences.of(library.configuration(), library.register());
    Set<String> known = new TreeSet<>(all.stream().map(Audience::id).toList());
    List<String> groups =
        library.configuration().editions().stream()
            .map(e -> e.id())
            .filter(i -> !known.contains(i))
            .toList();
    for (String name : named) {
      if (!known.contains(name) && !groups.contains(name)) {
        throw new Failure(
            Failure.Kind.USAGE,
            "no edition '" + name + "'",
            "cresset.yaml has " + String.join(", ", known));
      }
    }
    if (named.isEmpty()) {
      return all;
    }
    return all.stream().filter(a -> named.contains(a.id()) || named.contains(group(a))).toList();
  }

  /**
   * The audience of one edition.
   *
   * @throws Failure USAGE if there is none of that name, or it means several
   */
  public Audience audience(String name) {
    List<Audience> meant = audiences(Set.of(name));
    if (meant.size() != 1) {
      throw new Failure(
          Failure.Kind.USAGE,
          "'" + name + "' is not one edition",
          meant.isEmpty()
              ? "nobody is registered who would get it"
              : "name one: " + meant.stream().map(Audience::id).collect(Collectors.joining(", ")));
    }
    return meant.getFirst();
  }

  private String group(Audience audience) {
    if (audience.readers() instanceof Audience.Member(String id, boolean plain)
        && library.register().organisations().get(id) instanceof Organisation o) {
      return library.configuration().editions().stream()
          .filter(e -> e.readers().equals("each " + o.type()))
          .map(e -> e.id())
          .findFirst()
          .orElse("");
    }
    return "";
  }
}
