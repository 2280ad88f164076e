package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Takes the files of one edition into a fresh folder. What is the same as in the previous release
 * is linked from there.
 */
final class DiskStaging extends Staging {
  private final String edition;
  private final StagedTree tree;
  private final Memo memo;
  private final Path unsigned;
  private Optional<Pending> settled = Optional.empty();

  /**
   * @param unsigned where the edition goes if its key is elsewhere
   */
  DiskStaging(String edition, StagedTree tree, Optional<Path> memo, Path unsigned) {
    super(tree);
    this.edition = edition;
    this.tree = tree;
    this.memo = Memo.read(memo);
    this.unsigned = unsigned;
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
  public Set<String> fresh() {
    Set<String> fresh = new TreeSet<>(tree.fresh());
    fresh.addAll(toClearsign.keySet());
    return fresh;
  }

  @Override
  public void settle() {
    Optional<Pending> before = settled;
    List<String> paths = tree.unforced();
    settled =
        Optional.of(
            Pending.begin(
                "to-disk",
                () -> {
                  // An error of the disk is told once, and may have been told to the one before.
                  if (before.isPresent()) {
                    before.get().await();
                  }
                  Durable.force(tree.root(), paths);
                }));
  }

  @Override
  public Finished finish(Terms terms) {
    try {
      if (terms.key().elsewhere()) {
        return waiting(terms);
      }
      Assembly assembly = new Assembly(edition, tree, terms);
      Optional<Manifest> manifest = assembly.finish(toSign, toClearsign);
      Optional<Finding> damage = manifest.isPresent() ? Optional.empty() : tree.damage();
      if (damage.isPresent()) {
        manifest = Optional.of(assembly.again());
      }
      Finished finished =
          manifest.isPresent()
              ? ready(assembly, manifest.get(), damage.map(Finding::message))
              : unchanged(tree.previous());
      memo.save();
      return finished;
    } catch (IOException e) {
      throw Disk.failure("can't complete the edition " + edition, e);
    }
  }

  private Finished waiting(Terms terms) throws IOException {
    tree.clean();
    int files = tree.files().size();
    memo.save();
    Request request = Request.of(edition, terms, List.copyOf(toSign), toClearsign);
    return new Finished.Waiting(Unsigned.put(unsigned, tree.root(), request), files);
  }

  /** Takes over all of the release before but its chain. */
  void again(PreviousRelease before) throws IOException {
    for (String path : before.manifest().files().keySet()) {
      if (!SitePath.chain(path)) {
        claim(path);
        tree.carry(path, path, Files.readAllBytes(before.tree().resolve(path)));
      }
    }
  }

  private Finished ready(Assembly assembly, Manifest manifest, Optional<String> damage) {
    settle();
    Pending verified = Pending.begin("verify", () -> verify(assembly));
    return new Finished.Ready(
        manifest,
        tree.root(),
        assembly.record(manifest),
        List.of(settled.orElseThrow(), verified),
        damage);
  }

  private void verify(Assembly assembly) throws IOException {
    try (TreeSource staged = new FolderSource(tree.root())) {
      // Linked files were read when the link was made, and others by the last search.
      assembly.verify(staged, tree::hashed);
    }
  }

  private Finished unchanged(Optional<PreviousRelease> same) throws IOException {
    PreviousRelease current = same.orElseThrow();
    if (settled.isPresent()) {
      settled.get().await();
    }
    tree.spare(current.bytes());
    return new Finished.Unchanged(current);
  }
}
