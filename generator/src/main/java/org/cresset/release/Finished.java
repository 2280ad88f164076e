package org.cresset.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What became of a staged edition. */
public sealed interface Finished {
  String edition();

  /** Nothing to publish: the release that is served already says all this. */
  record Unchanged(PreviousRelease current) implements Finished {
    @Override
    public String edition() {
      return current.edition();
    }
  }

  /**
   * Complete; waits for {@link Releases#publish}.
   *
   * @param staged where it lies until then
   * @param record what is remembered of the run, beside the tree
   * @param pending that it is on the disk, and verified
   * @param damage what was found wrong with the release before, which says the same; then this is
   *     in its place
   */
  record Ready(
      Manifest manifest, Path staged, String record, List<Pending> pending, Optional<String> damage)
      implements Finished {
    @Override
    public String edition() {
      return manifest.edition();
    }

    public int number() {
      return manifest.release();
    }
  }

  /** Waits to be signed elsewhere. */
  record Waiting(Unsigned unsigned, int files) implements Finished {
    @Override
    public String edition() {
      return unsigned.request().edition();
    }
  }

  /**
   * A sealed file that waits to be published, changed or not.
   *
   * @param changed whether the release in it is a new one
   * @param staged where it lies until then
   * @param name of the file, which tells nothing
   * @param commit what was built
   */
  record Sealed(
      Manifest manifest, boolean changed, Path staged, String name, Optional<String> commit)
      implements Finished {
    @Override
    public String edition() {
      return manifest.edition();
    }

    public int number() {
      return manifest.release();
    }
  }
}
