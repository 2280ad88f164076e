package org.cresset.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.cresset.problem.Failure;

/**
 * A bare repository with one signed commit and one signed tag for each release, its branch {@code
 * main}, ready for cloning from a plain web server. The same releases in the same order give the
 * same bytes. A crash leaves the old state or the new one. For one writer at a time.
 */
public final class ReleaseRepository {
  private static final List<String> FOLDERS =
      List.of(
          "", "info", "objects", "objects/info", "objects/pack", "refs", "refs/heads", "refs/tags");

  private final Path repository;
  private final Packs packs;

  public ReleaseRepository(Path repository) {
    this.repository = repository.toAbsolutePath();
    this.packs = new Packs(this.repository);
  }

  /**
   * What a commit and its tag say.
   *
   * @param tag such as {@code release/42}
   * @param date of author, committer and tagger
   * @param signer makes an armoured detached signature of a raw payload
   */
  public record Label(
      String tag,
      String message,
      Instant date,
      String authorName,
      String authorEmail,
      Function<byte[], String> signer) {}

  /**
   * Adds a release; creates the repository if need be. A release with this tag that was the last
   * one (left by a run that was broken off) is kept if its tree is the same, else replaced.
   *
   * @param tree the release's files by path, all plain ASCII
   * @param cache remembers the blobs of the files; may be removed at any time
   * @param deflated told of the files that are new here
   * @throws Failure ENVIRONMENT if an earlier release has the tag, or the disk fails
   */
  public void append(SortedMap<String, FileRef> tree, Label label, Path cache, Deflated deflated) {
    try {
      create();
      packs.clean();
      Refs refs = Refs.read(repository);
      LastRelease last = LastRelease.of(repository, refs, cache);
      LastReleaseCache.save(cache, write(tree, label, refs, last, deflated));
      packs.consolidate();
      packs.writeInfo();
      refs.writeInfo();
    } catch (IOException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw unusable(String.valueOf(e.getCause()), e);
    }
  }

  /** Objects first, then the list of packs, refs last. */
  private LastRelease write(
      SortedMap<String, FileRef> tree, Label label, Refs refs, LastRelease last, Deflated deflated)
      throws IOException {
    try (PackFile pack = new PackFile(repository.resolve("objects/pack"))) {
      Map<String, Id> blobs = blobs(tree, last, pack, deflated);
      TreeBuilder.Built built = TreeBuilder.of(blobs);
      boolean again = isAgain(refs, label.tag(), last);
      Optional<Id> parent = again ? last.parent() : last.commit();
      if (!again || !last.tree().equals(Optional.of(built.root()))) {
        Refs.Ref tagged = commit(pack, built, last, parent, label);
        pack.finish();
        packs.writeInfo();
        refs.put(Refs.MAIN, new Refs.Ref(tagged.peeled().orElseThrow(), Optional.empty()));
        refs.put(Refs.TAGS + label.tag(), tagged);
        refs.write();
      }
      return new LastRelease(
          refs.get(Refs.MAIN).map(Refs.Ref::id),
          Optional.of(built.root()),
          parent,
          KnownBlobs.of(tree, blobs),
          built.trees().keySet(),
          Set.copyOf(blobs.values()));
    }
  }

  /** Whether the tag is the last release's; an earlier one's is not given away. */
  private boolean isAgain(Refs refs, String tag, LastRelease last) {
    Optional<Refs.Ref> there = refs.get(Refs.TAGS + tag);
    if (there.isPresent() && !there.get().peeled().equals(last.commit())) {
      throw unusable("an earlier release has the tag " + tag, new IOException("tag"));
    }
    return there.isPresent();
  }

  private static Map<String, Id> blobs(
      SortedMap<String, FileRef> tree, LastRelease last, PackFile pack, Deflated deflated)
      throws IOException {
    Map<String, Id> blobs = new TreeMap<>();
    SortedMap<String, FileRef> unknown = new TreeMap<>(tree.comparator());
    tree.forEach((path, file) ->
        last.known()
            .blob(path, file.sha256())
            .ifPresentOrElse(id -> blobs.put(path, id), () -> unknown.put(path, file)));
    blobs.putAll(new BlobWriter(pack, last.blobs(), deflated).write(unknown));
    return blobs;
  }

  private static Refs.Ref commit(
      PackFile pack, TreeBuilder.Built built, LastRelease last, Optional<Id> parent, Label label) {
    SignedObjects signed =
        new SignedObjects(label.authorName(), label.authorEmail(), label.date(), label.signer());
    try (Compressor compressor = new Compressor()) {
      built
          .trees()
          .forEach((id, content) -> {
            if (!last.trees().contains(id)) {
              pack.add(compressor.object(id, RawObject.TREE, content));
            }
          });
      RawObject commit =
          compressor.object(
              RawObject.COMMIT,
              ObjectHash.COMMIT,
              signed.commit(built.root(), parent, label.message()));
      RawObject tag =
          compressor.object(
              RawObject.TAG, ObjectHash.TAG, signed.tag(commit.id(), label.tag(), label.message()));
      pack.add(commit);
      pack.add(tag);
      return new Refs.Ref(tag.id(), Optional.of(commit.id()));
    }
  }

  private void create() throws IOException {
    // HEAD comes last. Without it a run was cut off, perhaps before it could set a folder's mode.
    boolean begun = Files.exists(repository.resolve("HEAD"));
    for (String name : FOLDERS) {
      Path folder = repository.resolve(name);
      if (!begun || !Files.isDirectory(folder)) {
        Disk.folder(folder);
      }
    }
    Disk.write(
        repository.resolve("config"),
        "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n");
    Disk.write(repository.resolve("HEAD"), "ref: " + Refs.MAIN + "\n");
  }

  /**
   * Writes again what {@link #append} may not have come to, where a run was cut off after the
   * release was in: the lists for clients without a Git server.
   */
  public void complete() {
    try {
      packs.clean();
      packs.writeInfo();
      Refs.read(repository).writeInfo();
    } catch (IOException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private Failure unusable(String why, Exception cause) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "the history " + repository + " can't be written: " + why,
        "look at the disk and its permissions; git fsck tells whether the history is whole",
        cause);
  }

  /**
   * A file of an earlier release.
   *
   * @param revision such as {@code release/41} or {@code HEAD}
   * @return empty where there is no such repository, release or file
   */
  public Optional<byte[]> read(String revision, String path) {
    if (!GitFolder.isBare(repository)) {
      return Optional.empty();
    }
    try (GitRepository git = GitRepository.open(repository, Optional.empty())) {
      return git.commit(revision).flatMap(commit -> git.file(commit, path)).map(git::blob);
    }
  }
}
