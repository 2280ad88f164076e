package org.cresset.gate;

import java.util.List;
import java.util.Set;
import org.cresset.document.Resolver;
import org.cresset.model.Kind;

/**
 * Which of the ids written in a document its reader may follow.
 *
 * @param resolver of the documents that the reader finds
 */
record Following(Resolver resolver) {
  List<String> of(List<String> names, Kind kind) {
    return names.stream()
        .filter(name -> resolver.named(name, Set.of(kind)) instanceof Resolver.ToDocument)
        .toList();
  }
}
