package org.cresset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.cresset.check.LastRelease;
import org.cresset.marking.Audience;
import org.cresset.release.Releases;
import org.cresset.source.SourceTree;
import org.cresset.source.Sources;

/**
 * The sources of each edition's last release, by the commits that the runs noted. For an edition
 * whose record is sealed or that has none yet, those of the newest release of any other.
 */
final class LastReleases {
  private LastReleases() {}

  /**
   * @param now the sources of this run
   */
  static List<LastRelease> of(
      Path site, Sources sources, SourceTree now, List<Audience> audiences) {
    SortedMap<String, String> records = Releases.records(site);
    Optional<String> newest =
        records.values().stream()
            .max(Comparator.comparing(RunRecord::asOf))
            .flatMap(RunRecord::commit);
    Map<String, Optional<SourceTree>> trees = new HashMap<>();
    List<LastRelease> all = new ArrayList<>();
    for (Audience audience : audiences) {
      Optional.ofNullable(records.get(audience.id()))
          .flatMap(RunRecord::commit)
          .or(() -> newest)
          .flatMap(commit -> trees.computeIfAbsent(commit, c -> tree(sources, c, now)))
          .ifPresent(tree -> all.add(new LastRelease(audience, tree)));
    }
    return List.copyOf(all);
  }

  /** Nothing where the commit is not in this clone, or was rewritten. */
  private static Optional<SourceTree> tree(Sources sources, String commit, SourceTree now) {
    return sources.commitOf(commit).map(c -> sources.earlier(c, now));
  }
}
