package org.cresset.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is asked of history: earlier states of a document. */
public interface Past {
  /** The state of a file at one commit that changed it. */
  record State(Instant authored, String blob) {}

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
