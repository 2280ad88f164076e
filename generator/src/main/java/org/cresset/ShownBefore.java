package org.cresset;

import java.util.Optional;
import java.util.function.Function;
import org.cresset.edition.ShownVersions;
import org.cresset.release.PreviousRelease;

/** What the releases of an edition have shown of each version so far. */
final class ShownBefore {
  private ShownBefore() {}

  /**
   * By the last release; after an accident what was shown before it is no longer compared with what
   * is shown now.
   *
   * @param before reads its files
   */
  static ShownVersions of(
      Optional<PreviousRelease> last, Function<String, Optional<byte[]>> before) {
    boolean restarted =
        last.map(PreviousRelease::manifest).stream()
            .anyMatch(m -> m.historyRestarted().equals(Optional.of(m.release())));
    return restarted
        ? ShownVersions.NONE
        : before.apply(ShownVersions.PATH).map(ShownVersions::parse).orElse(ShownVersions.NONE);
  }
}
