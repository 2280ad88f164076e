package org.cresset.gate;

import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.document.Document;
import org.cresset.document.Past;
import org.cresset.edition.Commit;
import org.cresset.model.Kind;

/**
 * The commits of a document. One that left a text for other readers, or nothing that could be read,
 * is not told of.
 */
record Commits(Past past, Reader reader) {
  /** Those of a document that the reader gets, newest first. */
  Stream<Commit> of(Document document) {
    return past.states(document.path()).stream().flatMap(state -> of(document, state).stream());
  }

  private Optional<Commit> of(Document document, Past.State state) {
    return past.document(document.path(), state)
        .filter(d -> d.id().equals(document.id()) && reader.mayRead(d.marking()))
        .map(d ->
            new Commit(
                state.commit(), state.authored(), state.author(), state.subject(), version(d)));
  }

  private static String version(Document d) {
    boolean versioned = d.id().kind() == Kind.ADVISORY || d.id().kind() == Kind.POLICY;
    return versioned ? EarlierVersions.number(d) : "";
  }
}
