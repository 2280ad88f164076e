package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.cresset.edition.SiteWriter;
import org.cresset.problem.Failure;

/**
 * Takes the files of one edition, on the disk or in memory. Safe for several threads; failures are
 * of kind ENVIRONMENT.
 */
public abstract sealed class Staging implements SiteWriter permits DiskStaging, MemoryStaging {
  private final ReleaseTree tree;
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  final Set<String> toSign = new ConcurrentSkipListSet<>();
  final SortedMap<String, String> toClearsign = new ConcurrentSkipListMap<>();

  Staging(ReleaseTree tree) {
    this.tree = tree;
  }

  @Override
  public void write(String path, byte[] content) {
    claim(path);
    try {
      tree.add(path, content);
    } catch (IOException e) {
      throw Disk.failure("can't write " + path, e);
    }
  }

  @Override
  public void sign(String path) {
    if (toSign.add(path)) {
      claim(path + ".asc");
    }
  }

  @Override
  public void writeSigned(String path, String text) {
    claim(path);
    toClearsign.put(path, text);
  }

  /** The content of a file that was written; for looking over what is about to be published. */
  public byte[] read(String path) {
    if (toClearsign.containsKey(path)) {
      return toClearsign.get(path).getBytes(StandardCharsets.UTF_8);
    }
    try {
      return tree.read(path);
    } catch (IOException e) {
      throw Disk.failure("can't read " + path, e);
    }
  }

  /** The paths whose files were not taken over from the previous release. */
  public abstract Set<String> fresh();

  /** Whether a file was written so far. */
  public boolean has(String path) {
    return toClearsign.containsKey(path) || tree.hash(path).isPresent();
  }

  /** Lets what was written so far begin its way to the disk; nothing waits for it. */
  public void settle() {}

  /** The paths written so far, without signatures, sorted. */
  public Set<String> paths() {
    Set<String> all = new TreeSet<>(tree.files().keySet());
    all.addAll(toClearsign.keySet());
    return all;
  }

  /**
   * Signs what is new, and makes a release of it if anything changed or the terms ask for it,
   * verified from its bytes as a reader would.
   *
   * @throws Failure KEY if the key may not sign this; NOT_GENUINE if the previous release is not
   *     the key's; ENVIRONMENT
   */
  public abstract Finished finish(Terms terms);

  final void claim(String path) {
    if (!SitePath.fits(path) || SitePath.chain(path)) {
      throw new IllegalArgumentException("not a path of a site: " + path);
    }
    if (!claimed.add(path)) {
      throw new IllegalStateException("written twice: " + path);
    }
  }
}
