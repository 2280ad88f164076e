package org.cresset.document;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What is asked of history: earlier states of a document. */
public interface Past {
  /**
   * The state of a file at one commit that changed it.
   *
   * @param author the name alone
   * @param subject the first line of the commit's message
   * @param declassifiedBy who answers for it that something became visible to more readers; empty
   *     for nobody
   */
  record State(
      String commit,
      Instant authored,
      String author,
      String subject,
      String declassifiedBy,
      String blob) {}

  /** The paths of files that some commit changed with a {@code Declassified-By} trailer. */
  SortedSet<String> declassified();

  /** Its states, newest first; empty outside Git. */
  List<State> states(String path);

  /** The document in one of these states, if it could be read then. */
  Optional<Document> document(String path, State state);

  /**
   * A quick look whether the file may have had that version then; only {@code false} is certain,
   * and saves reading it.
   */
  boolean mayHaveVersion(String path, State state, String version);

  /** No history at all. */
  static Past none() {
    return new Past() {
      @Override
      public SortedSet<String> declassified() {
        return Collections.emptySortedSet();
      }

      @Override
      public List<State> states(String path) {
        return List.of();
      }

      @Override
      public Optional<Document> document(String path, State state) {
        return Optional.empty();
      }

      @Override
      public boolean mayHaveVersion(String path, State state, String version) {
        return false;
      }
    };
  }
}
