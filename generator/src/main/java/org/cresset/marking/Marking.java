package org.cresset.marking;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The marking of a document, passage or attachment.
 *
 * @param label handling and TLP
 * @param only ids of the audiences besides the team that may read it, groups resolved to members;
 *     meaningless for public texts
 * @param draft not yet released: only the team and {@code preview} see it
 * @param embargo until then only the team, {@code only} and {@code preview} see it
 * @param preview ids that may read a draft or embargoed document, in sealed editions
 */
public record Marking(
    Label label, Set<String> only, boolean draft, Optional<Instant> embargo, Set<String> preview) {
  public Marking {
    only = java.util.Collections.unmodifiableSet(new TreeSet<>(only));
    preview = java.util.Collections.unmodifiableSet(new TreeSet<>(preview));
  }

  /** A released text without embargo. */
  public static Marking of(Label label, Set<String> only) {
    return new Marking(label, only, false, Optional.empty(), Set.of());
  }

  public Classification classification() {
    return label.classification();
  }

  /** Whether the embargo still holds at that time. */
  public boolean embargoed(Instant asOf) {
    return embargo.isPresent() && asOf.isBefore(embargo.get());
  }
}
