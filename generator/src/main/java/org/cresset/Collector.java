package org.cresset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cresset.check.Checks;
import org.cresset.check.Finding;
import org.cresset.check.LastRelease;
import org.cresset.document.Fronts;
import org.cresset.document.GitPast;
import org.cresset.document.Library;
import org.cresset.document.LibraryReader;
import org.cresset.document.Past;
import org.cresset.edition.Version;
import org.cresset.problem.Failure;
import org.cresset.seal.KeyStore;
import org.cresset.seal.Opener;
import org.cresset.source.History;
import org.cresset.source.SourceTree;
import org.cresset.source.Sources;
import org.cresset.text.Markdown;

/** Reads a knowledge base and applies the rules: source, document, check. */
public final class Collector implements AutoCloseable {
  /** Which state of the files is read. */
  public sealed interface State {}

  /** The objects of a commit. */
  public record Commit(String revision) implements State {}

  /** The files as they lie. */
  public record AsTheyLie() implements State {}

  /**
   * What is staged for the next commit.
   *
   * @param index the file that says so, where it is not the repository's own: {@code git commit -a}
   *     has one for the time of its hooks
   */
  public record Staged(Optional<Path> index) implements State {}

  /**
   * One commit, and from another the files of one document: for an emergency in which all else may
   * be broken.
   */
  public record CommitAndDocument(String revision, String from, String id) implements State {}

  private static final String FRONTS = "fronts";

  private final Workspace workspace;
  private final Sources sources;
  private final Markdown markdown;
  private final Supplier<char[]> passphrase;
  private Optional<Opener> opener = Optional.empty();

  /** Opens encrypted sources only with keys that have no passphrase. */
  public Collector(Workspace workspace, Markdown markdown) {
    this(workspace, markdown, Collector::noPassphrase);
  }

  /**
   * @param passphrase asked if there are encrypted sources and the key has one
   */
  public Collector(Workspace workspace, Markdown markdown, Supplier<char[]> passphrase) {
    this.workspace = workspace;
    this.passphrase = passphrase;
    this.markdown = markdown;
    this.sources = Sources.open(workspace.root(), workspace.content());
  }

  /** Everything, as it is in that state. */
  public Collected collect(State state, Instant asOf) {
    return collect(state, asOf, false);
  }

  /**
   * The same for a release, where what must stand in a commit can't come later.
   *
   * @param releasing whether it is
   */
  Collected collect(State state, Instant asOf, boolean releasing) {
    Collected read = read(state, asOf);
    List<LastRelease> releases =
        LastReleases.of(workspace.site(), sources, read.source(), read.audiences(Set.of()));
    CleanTexts passed = CleanTexts.read(workspace.cache(), "passed");
    List<Finding> findings =
        Stream.concat(
                Checks.run(read.library(), read.past(), markdown, asOf, releases, releasing, passed)
                    .stream(),
                read.findings().stream())
            .sorted()
            .toList();
    passed.save();
    sources.rest();
    return new Collected(read.source(), read.library(), read.past(), findings, read.locked(), asOf);
  }

  /** The same without the rules, for who only wants to look something up. */
  public Collected read(State state, Instant asOf) {
    SourceTree stored = tree(state);
    CompletableFuture<History> history = CompletableFuture.supplyAsync(() -> history(stored));
    Unsealing unsealing = unsealing();
    SourceTree tree = unsealing.open(stored);
    // Of files as they lie nothing is kept: they may be encrypted before they are committed.
    boolean committed = state instanceof Commit && tree.commit().isPresent();
    Fronts fronts = committed ? Fronts.read(workspace.kept(FRONTS), Version.build()) : Fronts.NONE;
    Library library = LibraryReader.read(tree, fronts);
    if (committed) {
      workspace.hideCaches();
    }
    fronts.bytes().ifPresent(bytes -> workspace.keep(FRONTS, bytes));
    Past past = new GitPast(sources, history.join(), tree, library.register(), unsealing::earlier);
    return new Collected(tree, library, past, unsealing.locked(), unsealing.reason(), asOf);
  }

  /** The documents alone, without history or rules. */
  public Library library(State state) {
    return LibraryReader.read(unsealing().open(tree(state)));
  }

  private Unsealing unsealing() {
    return new Unsealing(this::opener);
  }

  private synchronized Opener opener() {
    Opener used = opener.orElseGet(() -> KeyStore.open(workspace.keys()).opener(passphrase));
    opener = Optional.of(used);
    return used;
  }

  static char[] noPassphrase() {
    throw new Failure(Failure.Kind.KEY, "the key that opens it is locked", "give its passphrase");
  }

  /** Highly sensitive texts that an earlier commit holds plainly. */
  public List<Finding> disclosed(SourceTree tree) {
    CleanTexts harmless = CleanTexts.read(workspace.cache(), "harmless");
    String folder = workspace.root().relativize(workspace.content()).toString();
    List<Finding> found = new PlainHistory(sources, tree, harmless).findings(history(tree), folder);
    harmless.save();
    return found;
  }

  private SourceTree tree(State state) {
    return switch (state) {
      case Commit(String revision) ->
          sources.commit(revision, workspace.cache().resolve("sources"));
      case AsTheyLie() -> sources.files();
      case Staged(Optional<Path> index) -> sources.staged(index);
      case CommitAndDocument c -> Emergency.tree(sources, c);
    };
  }

  private History history(SourceTree tree) {
    return tree.commit()
        .map(commit -> sources.history(commit, workspace.cache().resolve("history")))
        .orElse(History.EMPTY);
  }

  public Sources sources() {
    return sources;
  }

  @Override
  public void close() {
    sources.close();
  }
}
