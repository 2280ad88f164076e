package org.cresset.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a release repository holds so far.
 *
 * @param commit of the last release, {@code tree} its root, {@code parent} the one before
 * @param known blobs by path and SHA-256, as far as remembered
 * @param trees of the last release; with its {@code blobs} they need not be written again
 */
record LastRelease(
    Optional<Id> commit,
    Optional<Id> tree,
    Optional<Id> parent,
    KnownBlobs known,
    Set<Id> trees,
    Set<Id> blobs) {
  private static final LastRelease NONE =
      new LastRelease(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new KnownBlobs(),
          Set.of(),
          Set.of());

  static LastRelease of(Path repository, Refs refs, Path cache) throws IOException {
    Optional<Refs.Ref> main = refs.get(Refs.MAIN);
    if (main.isEmpty()) {
      return NONE;
    }
    Id commit = main.get().id();
    Optional<LastRelease> kept = LastReleaseCache.load(cache, commit);
    return kept.isPresent() ? kept.get() : read(repository, commit);
  }

  private static LastRelease read(Path repository, Id commit) throws IOException {
    try (GitRepository git = GitRepository.open(repository, Optional.empty())) {
      GitRepository.CommitHead head = git.head(commit.hex());
      Map<String, Id> blobs = new HashMap<>();
      git.tree(commit.hex(), "")
          .orElseThrow()
          .forEach(entry -> blobs.put(entry.path().text(), Id.of(entry.blob())));
      return new LastRelease(
          Optional.of(commit),
          Optional.of(Id.of(head.tree())),
          head.parents().stream().findFirst().map(Id::of),
          new KnownBlobs(),
          TreeBuilder.of(blobs).trees().keySet(),
          Set.copyOf(blobs.values()));
    } catch (CorruptObject e) {
      throw new IOException(e.text(), e);
    }
  }
}
