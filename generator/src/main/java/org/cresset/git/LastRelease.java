package org.cresset.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a release repository holds so far.
 *
 * @param commit of the last release, {@code tree} its root, {@code parent} the one before
 * @param known blobs by path and SHA-256, as far as remembered
 * @param present blobs and trees of the last release, which need not be written again
 */
record LastRelease(
    Optional<Id> commit,
    Optional<Id> tree,
    Optional<Id> parent,
    KnownBlobs known,
    Set<Id> present) {

  static LastRelease of(Path repository, Refs refs, Path cache) throws IOException {
    Optional<Refs.Ref> main = refs.get(Refs.MAIN);
    if (main.isEmpty()) {
      return new LastRelease(
          Optional.empty(), Optional.empty(), Optional.empty(), new KnownBlobs(), Set.of());
    }
    Id commit = main.get().id();
    try (GitRepository git = GitRepository.open(repository, Optional.empty())) {
      GitRepository.CommitHead head = git.head(commit.hex());
      Id tree = Id.of(head.tree());
      KnownBlobs known = KnownBlobs.load(cache, commit);
      TreeBuilder.Built built = TreeBuilder.of(known.blobs());
      if (!built.root().equals(tree)) {
        known = new KnownBlobs();
        built = TreeBuilder.of(list(git, commit));
      }
      return new LastRelease(
          Optional.of(commit),
          Optional.of(tree),
          head.parents().stream().findFirst().map(Id::of),
          known,
          present(built));
    } catch (CorruptObject e) {
      throw new IOException(e.text(), e);
    }
  }

  private static Map<String, Id> list(GitRepository git, Id commit) {
    Map<String, Id> blobs = new HashMap<>();
    git.tree(commit.hex(), "")
        .orElseThrow()
        .forEach(entry -> blobs.put(entry.path().text(), Id.of(entry.blob())));
    return blobs;
  }

  private static Set<Id> present(TreeBuilder.Built built) {
    Set<Id> present = new HashSet<>(built.trees().keySet());
    present.addAll(built.blobs());
    return present;
  }
}
