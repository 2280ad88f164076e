package org.cresset;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cresset.check.Checks;
import org.cresset.check.Finding;
import org.cresset.document.GitPast;
import org.cresset.document.Library;
import org.cresset.document.LibraryReader;
import org.cresset.document.Past;
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

  /** What is staged for the next commit. */
  public record Staged() implements State {}

  /**
   * One commit, and from another the files of one document: for an emergency in which all else may
   * be broken.
   */
  public record CommitAndDocument(String revision, String from, String id) implements State {}

  private final Workspace workspace;
  private final Sources sources;
  private final Markdown markdown;

  public Collector(Workspace workspace, Markdown markdown) {
    this.workspace = workspace;
    this.markdown = markdown;
    this.sources = Sources.open(workspace.root(), workspace.content());
  }

  /** Everything, as it is in that state. */
  public Collected collect(State state, Instant asOf) {
    Collected read = read(state, asOf);
    List<Finding> findings = Checks.run(read.library(), read.past(), markdown, asOf);
    return new Collected(read.source(), read.library(), read.past(), findings, asOf);
  }

  /** The same without the rules, for who only wants to look something up. */
  public Collected read(State state, Instant asOf) {
    SourceTree tree = tree(state);
    CompletableFuture<History> history = CompletableFuture.supplyAsync(() -> history(tree));
    Library library = LibraryReader.read(tree);
    Past past = new GitPast(sources, history.join(), tree, library.register());
    return new Collected(tree, library, past, List.of(), asOf);
  }

  /** The documents alone, without history or rules. */
  public Library library(State state) {
    return LibraryReader.read(tree(state));
  }

  private SourceTree tree(State state) {
    return switch (state) {
      case Commit(String revision) -> sources.commit(revision);
      case AsTheyLie() -> sources.files();
      case Staged() -> sources.staged();
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
