package org.cresset;

import java.util.Optional;
import org.cresset.release.Finished;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Staging;

/** Where the releases of one edition go: into a tree that is served, or into a sealed file. */
interface Outlet {
  /** The release that this one follows. */
  Optional<PreviousRelease> previous();

  /** A file of it; empty where there is none. */
  Optional<byte[]> before(String path);

  /** Whether the release before lies elsewhere, so that one must come to lie here in any case. */
  boolean moves();

  /** Takes the files of the edition. */
  Staging stage();

  /** What becomes of an edition that is held back; empty where the one before simply stays. */
  Optional<Finished> heldBack();

  /** Forgets what was staged. */
  void discard();
}
