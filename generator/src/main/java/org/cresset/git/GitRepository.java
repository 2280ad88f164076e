package org.cresset.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.cresset.problem.Failure;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository opened for reading. Safe for several threads. Replace refs and grafts have no effect
 * here; alternates are followed; an object that a partial clone lacks is missing, never fetched.
 */
public final class GitRepository implements AutoCloseable {
  private final Repository repository;
  private final Optional<Path> workTree;
  // A reader remembers what its last deltas were based on; most blobs are based on another.
  private final Queue<ObjectReader> readers = new ConcurrentLinkedQueue<>();

  private GitRepository(Repository repository, Optional<Path> workTree) {
    this.repository = repository;
    this.workTree = workTree;
  }

  /**
   * The repository that a folder lies in: the nearest with a {@code .git} (a folder, or the file of
   * a linked work tree or submodule), or the folder itself where it is a bare one.
   *
   * @throws Failure ENVIRONMENT if there is one but it can't be opened
   */
  public static Optional<GitRepository> find(Path folder) {
    Isolation.enter();
    for (Path at = folder; at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      if (Files.exists(git)) {
        return Optional.of(open(GitFolder.of(git), Optional.of(at)));
      }
    }
    return GitFolder.isBare(folder)
        ? Optional.of(open(folder, Optional.empty()))
        : Optional.empty();
  }

  /**
   * The repository in that very folder.
   *
   * @throws Failure ENVIRONMENT if there is none or it can't be opened
   */
  public static GitRepository open(Path gitFolder, Optional<Path> workTree) {
    Isolation.enter();
    try {
      FileRepositoryBuilder builder =
          new FileRepositoryBuilder().setMustExist(true).setGitDir(gitFolder.toFile());
      if (workTree.isPresent()) {
        builder.setWorkTree(workTree.get().toFile());
      } else {
        builder.setBare();
      }
      Repository repository = builder.setup().build();
      String format = repository.getConfig().getString("extensions", null, "objectformat");
      if (format != null && !format.equals("sha1")) {
        repository.close();
        throw otherObjects(gitFolder, format);
      }
      return new GitRepository(repository, workTree);
    } catch (RepositoryNotFoundException e) {
      throw unusable(gitFolder, "is not a Git repository", e);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(gitFolder, String.valueOf(e.getMessage()), e);
    }
  }

  private static Failure otherObjects(Path folder, String format) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "the Git repository " + folder + " has objects named by " + format,
        "Cresset reads repositories with SHA-1 objects: git init --object-format=sha1");
  }

  private static Failure unusable(Path folder, String why, Exception cause) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "the Git repository " + folder + " can't be read: " + why,
        "run git fsck there",
        cause);
  }

  /** The root of the work tree, if there is one. */
  public Optional<Path> workTree() {
    return workTree;
  }

  /** Whether the clone has only the newest part of the history. */
  public boolean shallow() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      throw unusable(repository.getDirectory().toPath(), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * All of it, to be written elsewhere.
   *
   * @throws Failure ENVIRONMENT if it has no commit, or not all of its history
   */
  public Bundle bundle() {
    if (shallow()) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "this clone is shallow: its history is not all here",
          "run: git fetch --unshallow");
    }
    return Bundle.of(repository);
  }

  /** The commit that a revision names: {@code HEAD}, a branch, a tag, an id, {@code HEAD~2}. */
  public Optional<String> commit(String revision) {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId id = repository.resolve(revision);
      return id == null ? Optional.empty() : Optional.of(walk.parseCommit(id).name());
    } catch (RevisionSyntaxException
        | org.eclipse.jgit.errors.IncorrectObjectTypeException
        | org.eclipse.jgit.errors.AmbiguousObjectException e) {
      return Optional.empty();
    } catch (org.eclipse.jgit.errors.MissingObjectException e) {
      // A whole id is taken as one, whether there is such an object or not.
      if (e.getObjectId().name().equals(revision)) {
        return Optional.empty();
      }
      throw Objects.missing(e);
    } catch (IOException e) {
      throw unusable(repository.getDirectory().toPath(), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * All files of a commit under a folder, in Git's order.
   *
   * @param folder from the repository's root without a final slash; empty for all
   * @return empty where the commit has no such folder
   * @throws CorruptObject if a tree is missing or broken
   */
  public Optional<List<TreeEntry>> tree(String commit, String folder) {
    return new Trees(repository).list(ObjectId.fromString(commit), folder);
  }

  /** A commit's root tree and parents. */
  record CommitHead(String tree, List<String> parents) {}

  CommitHead head(String commit) {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit parsed = walk.parseCommit(id(commit));
      return new CommitHead(
          parsed.getTree().name(),
          Arrays.stream(parsed.getParents()).map(AnyObjectId::name).toList());
    } catch (IOException e) {
      throw Objects.corrupt(id(commit), e);
    }
  }

  /** The blob at a path of a commit. */
  public Optional<String> file(String commit, String path) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return tree(commit, folder).stream()
        .flatMap(List::stream)
        .filter(entry -> entry.path().text().equals(path))
        .map(TreeEntry::blob)
        .findFirst();
  }

  /**
   * The index's entries under a folder; none where there is no index or it can't be read.
   *
   * @param other another index than the repository's own
   */
  public List<IndexEntry> index(String folder, Optional<Path> other) {
    return Index.read(repository, folder, other);
  }

  /**
   * The commits that changed files under a folder, oldest first.
   *
   * @param known what an earlier walk of the same folder found; its tip need not be an ancestor
   */
  public CommitLog log(String commit, String folder, CommitLog known) {
    return new LogWalk(repository, folder).walk(ObjectId.fromString(commit), known);
  }

  /** Which untracked paths the repository's own rules ignore. */
  public Ignores ignores() {
    return new Ignores(repository.getDirectory().toPath(), workTree);
  }

  /**
   * The size of a blob in bytes.
   *
   * @throws CorruptObject if it is missing or broken
   */
  public long size(String blob) {
    return read(reader -> Objects.size(reader, id(blob)));
  }

  /**
   * The content of a blob, checked against its id.
   *
   * @throws CorruptObject if it is missing or broken
   */
  public byte[] blob(String blob) {
    return read(reader -> Objects.blob(reader, id(blob)));
  }

  private <T> T read(Function<ObjectReader, T> reading) {
    ObjectReader free = readers.poll();
    ObjectReader reader = free == null ? repository.newObjectReader() : free;
    try {
      return reading.apply(reader);
    } finally {
      readers.add(reader);
    }
  }

  private static AnyObjectId id(String hex) {
    return ObjectId.fromString(hex);
  }

  /** Lets go of what was kept for the reading of further blobs. */
  public void rest() {
    for (ObjectReader free = readers.poll(); free != null; free = readers.poll()) {
      free.close();
    }
  }

  @Override
  public void close() {
    rest();
    repository.close();
  }
}
