package org.cresset.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cresset.git.CommitLog;
import org.cresset.git.CorruptObject;
import org.cresset.git.GitPath;
import org.cresset.git.GitRepository;
import org.cresset.git.IndexEntry;
import org.cresset.git.TreeEntry;
import org.cresset.problem.Code;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** The content folder of a knowledge base, opened for reading. Safe for several threads. */
public final class Sources implements AutoCloseable {
  private final Place place;
  private final Queue<BlobCache> kept = new ConcurrentLinkedQueue<>();

  private Sources(Place place) {
    this.place = place;
  }

  /**
   * Opens a knowledge base; it need not be in Git.
   *
   * @throws Failure ENVIRONMENT where it is in a repository that can't be opened
   */
  public static Sources open(Path root, Path content) {
    return new Sources(Place.of(root, content));
  }

  /** Whether the folder lies in a Git work tree or bare repository. */
  public boolean inGit() {
    return place.repository().isPresent();
  }

  /** Whether the repository has only the newest part of its history. */
  public boolean shallow() {
    return place.repository().map(GitRepository::shallow).orElse(false);
  }

  /** The commit that a revision names, if there is one. */
  public Optional<String> commitOf(String revision) {
    return place.repository().flatMap(repository -> repository.commit(revision));
  }

  /**
   * The objects of a commit, never a checkout. Outside Git the files as they lie.
   *
   * @param revision such as {@code HEAD} or a commit id
   * @throws Failure USAGE for an unknown revision, ENVIRONMENT before the first commit, CONTENT
   *     where the commit has no content folder
   */
  public SourceTree commit(String revision) {
    return commit(revision, Optional.empty());
  }

  /**
   * The same.
   *
   * @param cache a file that spares the next run the unpacking of most documents; it may be removed
   *     at any time
   */
  public SourceTree commit(String revision, Path cache) {
    return commit(revision, Optional.of(cache));
  }

  private SourceTree commit(String revision, Optional<Path> cache) {
    if (place.repository().isEmpty()) {
      if (!revision.equals("HEAD")) {
        throw unknown(revision);
      }
      return files();
    }
    GitRepository repository = place.repository().get();
    String commit = repository.commit(revision).orElseThrow(() -> unknown(revision));
    List<TreeEntry> entries = entries(repository, commit);
    Optional<BlobCache> blobs = cache.map(file -> BlobCache.open(file, documents(entries)));
    blobs.ifPresent(kept::add);
    List<Candidate> candidates =
        entries.stream().map(e -> candidate(repository, e)).map(c -> kept(c, blobs)).toList();
    Intake intake = intake();
    boolean current =
        place.exists()
            && repository.workTree().isPresent()
            && repository.commit("HEAD").equals(Optional.of(commit));
    CompletableFuture<List<String>> uncommitted =
        CompletableFuture.supplyAsync(() -> current ? uncommitted(candidates, intake) : List.of());
    candidates.parallelStream().forEach(intake::take);
    return intake.tree(Optional.of(commit), place.prefix(), join(uncommitted));
  }

  private static Candidate kept(Candidate candidate, Optional<BlobCache> blobs) {
    return blobs.isEmpty()
        ? candidate
        : new Candidate(
            candidate.path(),
            candidate.type(),
            candidate.blob(),
            () -> blobs.get().size(candidate.blob()).orElseGet(candidate.size()::getAsLong),
            () -> blobs.get().content(candidate.blob(), candidate.content()::read));
  }

  private static List<String> documents(List<TreeEntry> entries) {
    return entries.stream()
        .filter(e -> e.type() == TreeEntry.Type.FILE && e.path().text().endsWith(".md"))
        .map(TreeEntry::blob)
        .toList();
  }

  private List<String> uncommitted(List<Candidate> candidates, Intake names) {
    Map<String, String> blobs = new HashMap<>();
    candidates.forEach(c -> blobs.put(c.path().text(), c.blob()));
    return new Uncommitted(new Lying(place), names).since(blobs);
  }

  private static <T> T join(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Files that the commit HEAD does not have as they lie here; none outside a work tree. */
  public List<String> uncommitted() {
    Optional<GitRepository> repository =
        place.repository().filter(r -> r.workTree().isPresent() && place.exists());
    return repository
        .flatMap(r -> r.commit("HEAD").map(commit -> entries(r, commit)))
        .map(all -> all.stream().map(e -> candidate(repository.orElseThrow(), e)).toList())
        .map(all -> uncommitted(all, intake()))
        .orElse(List.of());
  }

  /**
   * The objects of an earlier commit.
   *
   * @param now where most of its files are still the same
   * @throws Failure like {@link #commit}
   */
  public SourceTree earlier(String commit, SourceTree now) {
    GitRepository repository = place.repository().orElseThrow();
    Intake intake = intake();
    for (TreeEntry entry : entries(repository, commit)) {
      Candidate candidate = candidate(repository, entry);
      if (entry.type() == TreeEntry.Type.FILE
          && now.files().get(candidate.path().text()) instanceof SourceFile there
          && there.blob().equals(candidate.blob())) {
        intake.keep(there);
      } else {
        intake.take(candidate);
      }
    }
    return intake.tree(Optional.of(commit), place.prefix(), List.of());
  }

  /** The files as they lie, changed or not, without those that Git ignores. */
  public SourceTree files() {
    if (!place.exists()) {
      throw new Failure(
          Failure.Kind.CONTENT,
          "there is no folder " + place.content(),
          "cresset init makes a knowledge base; --root and --content say where one is");
    }
    Intake intake = intake();
    new Lying(place)
        .list().parallelStream()
            .map(file -> Disk.candidate(file, intake.shown(file.path().text())))
            .toList()
            .forEach(intake::take);
    return intake.tree(commitOf("HEAD"), place.prefix(), List.of());
  }

  /**
   * What the next commit would hold: the index. Outside Git the files as they lie.
   *
   * @param index another index than the repository's own
   */
  public SourceTree staged(Optional<Path> index) {
    if (place.repository().isEmpty()) {
      return files();
    }
    GitRepository repository = place.repository().get();
    Intake intake = intake();
    for (IndexEntry entry : repository.index(place.prefix(), index)) {
      intake.take(candidate(repository, entry.entry()));
    }
    return intake.tree(commitOf("HEAD"), place.prefix(), List.of());
  }

  /**
   * What every commit up to this one changed, found in one walk.
   *
   * @param cache a file that lets the next run walk only new commits; it may be removed at any time
   * @throws Failure ENVIRONMENT if an object of the history is missing or corrupt
   */
  public History history(String commit, Path cache) {
    if (place.repository().isEmpty()) {
      return History.EMPTY;
    }
    HistoryCache kept = new HistoryCache(cache, place.prefix());
    CommitLog known = kept.load();
    try {
      CommitLog log = place.repository().get().log(commit, place.prefix(), known);
      if (!log.tip().equals(known.tip())) {
        kept.save(log);
      }
      return new History(log);
    } catch (CorruptObject e) {
      throw unreadable("the history of commit " + commit, e);
    }
  }

  /**
   * The content of any blob, such as an older version's.
   *
   * @throws Unreadable if the repository lacks it or it is corrupt
   */
  public byte[] blob(String id) {
    Problem missing =
        Problem.of(
            Code.SOURCE_CORRUPT,
            Span.file(place.base()),
            "object " + id + " can't be read",
            "a readable object",
            "git fsck; then fetch the object from another clone");
    try {
      return place
          .repository()
          .orElseThrow(() -> new Unreadable(missing, new IllegalStateException("not in Git")))
          .blob(id);
    } catch (CorruptObject e) {
      throw new Unreadable(missing, e);
    }
  }

  /**
   * The content of a file of a commit; empty where either is not here, or is corrupt.
   *
   * @param path from the content folder
   */
  public Optional<byte[]> file(String commit, String path) {
    String inside = place.prefix().isEmpty() ? path : place.prefix() + "/" + path;
    try {
      return place
          .repository()
          .flatMap(r -> r.commit(commit).flatMap(c -> r.file(c, inside)).map(r::blob));
    } catch (CorruptObject e) {
      return Optional.empty();
    }
  }

  /** Lets go of what was kept for the reading of further files, but for what later runs need. */
  public void rest() {
    kept.forEach(BlobCache::save);
    place.repository().ifPresent(GitRepository::rest);
  }

  private List<TreeEntry> entries(GitRepository repository, String commit) {
    try {
      return repository.tree(commit, place.prefix()).orElseThrow(() -> noFolder(commit));
    } catch (CorruptObject e) {
      throw unreadable("commit " + commit, e);
    }
  }

  private static Failure unreadable(String what, CorruptObject e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        what + " can't be read: " + e.text(),
        "git fsck; then fetch the object from another clone",
        e);
  }

  private Intake intake() {
    Intake intake = new Intake(place.base());
    if (!inGit()) {
      intake.add(
          Problem.of(
              Code.SOURCE_NOT_GIT,
              Span.file(place.base()),
              "a folder outside any Git repository",
              "a Git work tree",
              "git init: without it there is no history, and nothing says who changed what"));
    } else if (shallow()) {
      intake.add(
          Problem.of(
              Code.SOURCE_SHALLOW,
              Span.file(place.base()),
              "a shallow clone",
              "the whole history",
              "git fetch --unshallow"));
    }
    return intake;
  }

  private Candidate candidate(GitRepository repository, TreeEntry entry) {
    int cut = place.prefix().isEmpty() ? 0 : place.prefix().length() + 1;
    var path = new GitPath(entry.path().text().substring(cut), entry.path().utf8());
    return new Candidate(
        path,
        entry.type(),
        entry.blob(),
        () -> repository.size(entry.blob()),
        () -> repository.blob(entry.blob()));
  }

  private Failure unknown(String revision) {
    if (revision.equals("HEAD")) {
      return new Failure(
          Failure.Kind.ENVIRONMENT,
          "the repository has no commit yet",
          "git add and git commit the content; or --worktree takes the files as they lie");
    }
    return inGit()
        ? new Failure(
            Failure.Kind.USAGE,
            "there is no commit " + revision,
            "git log --oneline shows which are")
        : new Failure(
            Failure.Kind.USAGE,
            "there is no commit " + revision + ": " + place.content() + " is in no Git repository",
            "git init; or leave --rev out, which takes the files as they lie");
  }

  private Failure noFolder(String commit) {
    return new Failure(
        Failure.Kind.CONTENT,
        "commit " + commit + " has no folder " + place.prefix(),
        "commit the content; or --content says where it is");
  }

  @Override
  public void close() {
    kept.forEach(BlobCache::close);
    place.repository().ifPresent(GitRepository::close);
  }
}
