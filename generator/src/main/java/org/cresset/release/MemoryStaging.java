package org.cresset.release;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.cresset.problem.Failure;

/** Takes the files of a sealed edition, and never lets a byte of them onto the disk unsealed. */
final class MemoryStaging extends Staging {
  private final String edition;
  private final MemoryTree tree;
  private final Optional<SealedRelease> previous;
  private final Packing packing;

  /** Seals a complete tree into a file that waits to be published. */
  @FunctionalInterface
  interface Packing {
    Finished.Sealed pack(
        Manifest manifest,
        boolean changed,
        SortedMap<String, byte[]> files,
        Optional<String> commit)
        throws IOException;
  }

  MemoryStaging(String edition, Optional<SealedRelease> previous, Packing packing) {
    this(edition, new MemoryTree(previous), previous, packing);
  }

  private MemoryStaging(
      String edition, MemoryTree tree, Optional<SealedRelease> previous, Packing packing) {
    super(tree);
    this.edition = edition;
    this.tree = tree;
    this.previous = previous;
    this.packing = packing;
  }

  @Override
  public Set<String> fresh() {
    return paths();
  }

  /**
   * The same as on the disk; but a file comes of it, changed or not.
   *
   * @throws Failure as there
   */
  @Override
  public Finished finish(Terms terms) {
    try {
      Assembly assembly = new Assembly(edition, tree, terms);
      Optional<Manifest> manifest = assembly.finish(toSign, toClearsign);
      if (manifest.isEmpty()) {
        SealedRelease same = previous.orElseThrow();
        return packing.pack(same.release().manifest(), false, same.files(), terms.commit());
      }
      assembly.verify(new MemorySource(tree.contents()), path -> false);
      return packing.pack(manifest.get(), true, tree.contents(), terms.commit());
    } catch (IOException e) {
      throw Disk.failure("can't seal the edition " + edition, e);
    }
  }
}
