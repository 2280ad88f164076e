package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.cresset.edition.SiteWriter;
import org.cresset.problem.Failure;

/**
 * Takes the files of one edition into a fresh folder. What is the same as in the previous release
 * is linked from there. Safe for several threads; failures are of kind ENVIRONMENT.
 */
public final class Staging implements SiteWriter {
  private final String edition;
  private final StagedTree tree;
  private final Memo memo;
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private final Set<String> toSign = new ConcurrentSkipListSet<>();
  private final SortedMap<String, String> toClearsign = new ConcurrentSkipListMap<>();

  Staging(String edition, Layout layout, Optional<PreviousRelease> previous, Optional<Path> memo) {
    this.edition = edition;
    this.memo = Memo.read(memo);
    try {
      this.tree = new StagedTree(layout.staging(edition), layout.spare(edition), previous);
    } catch (IOException e) {
      throw Disk.failure("can't stage the edition " + edition, e);
    }
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
  public void write(String path, String inputs, Supplier<byte[]> content) {
    claim(path);
    try {
      Optional<String> known = memo.hash(path, inputs);
      if (known.isPresent() && tree.link(path, known.get())) {
        memo.keep(path, inputs, known.get());
      } else {
        memo.keep(path, inputs, tree.add(path, content.get()));
      }
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
      return java.nio.file.Files.readAllBytes(tree.root().resolve(path));
    } catch (IOException e) {
      throw Disk.failure("can't read " + path, e);
    }
  }

  /** The paths whose files were not taken over from the previous release. */
  public Set<String> fresh() {
    Set<String> fresh = new java.util.TreeSet<>(tree.fresh());
    fresh.addAll(toClearsign.keySet());
    return fresh;
  }

  /** The paths written so far, without signatures, sorted. */
  public Set<String> paths() {
    Set<String> all = new java.util.TreeSet<>(tree.files().keySet());
    all.addAll(toClearsign.keySet());
    return all;
  }

  /**
   * Signs what is new, and makes a release of it if anything changed or the terms ask for it: on
   * the disk, verified from its bytes as a reader would.
   *
   * @throws Failure KEY if the key may not sign this; NOT_GENUINE if the previous release is not
   *     the key's; ENVIRONMENT
   */
  public Finished finish(Terms terms) {
    try {
      Assembly assembly = new Assembly(edition, tree, terms);
      Optional<Manifest> manifest = assembly.finish(toSign, toClearsign);
      Finished finished =
          manifest.isPresent() ? ready(assembly, manifest.get()) : unchanged(tree.previous());
      memo.save();
      return finished;
    } catch (IOException e) {
      throw Disk.failure("can't complete the edition " + edition, e);
    }
  }

  private Finished ready(Assembly assembly, Manifest manifest) throws IOException {
    Durable.force(tree.root(), tree.unforced());
    try (TreeSource staged = new FolderSource(tree.root())) {
      // Of linked files the bytes were read when the link was made.
      assembly.verify(staged, tree::hashed);
    }
    return new Finished.Ready(manifest, tree.root(), assembly.record(manifest));
  }

  private Finished unchanged(Optional<PreviousRelease> same) throws IOException {
    PreviousRelease current = same.orElseThrow();
    tree.spare(current.bytes());
    return new Finished.Unchanged(current);
  }

  private void claim(String path) {
    if (!SitePath.fits(path) || SitePath.chain(path)) {
      throw new IllegalArgumentException("not a path of a site: " + path);
    }
    if (!claimed.add(path)) {
      throw new IllegalStateException("written twice: " + path);
    }
  }
}
