package org.cresset.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cresset.document.Document;
import org.cresset.document.Past;
import org.cresset.edition.Declassification;
import org.cresset.edition.Link;

/** All commits that lowered a classification, for the team. */
final class Audit {
  private final Past past;
  private final Reader reader;
  private final Links links;

  Audit(Past past, Reader reader, Links links) {
    this.past = past;
    this.reader = reader;
    this.links = links;
  }

  /** The acts, newest first, on documents that this edition may show. */
  List<Declassification> acts() {
    List<Declassification> acts = new ArrayList<>();
    for (String path : past.declassified().stream().filter(p -> p.endsWith(".md")).toList()) {
      List<Past.State> states = past.states(path);
      for (int i = 0; i < states.size(); i++) {
        Past.State state = states.get(i);
        if (!state.declassifiedBy().isBlank()) {
          Optional<Document> before =
              i + 1 < states.size() ? past.document(path, states.get(i + 1)) : Optional.empty();
          past.document(path, state)
              .filter(d -> reader.mayRead(d.marking()))
              .ifPresent(d -> acts.add(act(state, before, d)));
        }
      }
    }
    acts.sort(
        Comparator.comparing(Declassification::at)
            .reversed()
            .thenComparing(Declassification::commit)
            .thenComparing(Declassification::document));
    return List.copyOf(acts);
  }

  private Declassification act(Past.State state, Optional<Document> before, Document now) {
    return new Declassification(
        state.authored(),
        state.commit(),
        state.author(),
        state.declassifiedBy(),
        now.id(),
        now.title(),
        links.to(now.id()).map(Link::path),
        before.map(d -> Why.marking(d.marking())).orElse(""),
        Why.marking(now.marking()));
  }
}
