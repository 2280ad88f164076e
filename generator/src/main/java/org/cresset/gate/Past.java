package org.cresset.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.document.Document;

/** What the gate asks of history: when a document was as its reader sees it, from versions of its file. */
public interface Past {
  /** The state of a file at one commit that changed it. */
  record State(Instant authored, String blob) {}

  /** Its states, newest first; empty outside Git. */
  List<State> states(String path);

  /** The document in one of these states, if it could be read then. */
  Optional<Document> document(String path, State state);

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
    };
  }
}
