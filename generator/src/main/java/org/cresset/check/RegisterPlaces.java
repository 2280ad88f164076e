package org.cresset.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.problem.Span;
import org.cresset.source.SourceFile;

/** Where a word of a register entry stands, for messages. */
record RegisterPlaces(Library library) {

  /** The first place of the word in the entry, or the entry's beginning. */
  Span of(Organisation o, String word) {
    SourceFile file = library.source().files().get("constituents/" + o.id() + ".yaml");
    List<String> lines =
        file == null
            ? List.of()
            : new String(file.content(), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf(word);
      if (column >= 0) {
        return new Span(o.shown(), i + 1, column + 1, word.length());
      }
    }
    return o.at();
  }
}
