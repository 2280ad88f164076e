package org.cresset.check;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;

/**
 * Spares a rule the documents in which it found nothing before. What it looks at may depend on the
 * settings, the register, the document's own files, and on what else is named; never on the time or
 * on other documents.
 */
final class Unchanged {
  private final Library library;
  private final Passed passed;
  private final String shared;

  Unchanged(Library library, Passed passed) {
    this.library = library;
    this.passed = passed;
    this.shared =
        SourceTree.id(
            library.source().files().values().stream()
                .filter(
                    f -> f.path().equals("cresset.yaml") || f.path().startsWith("constituents/")));
  }

  /**
   * Applies a rule to a document, unless it found nothing there before.
   *
   * @param besides what the rule depends on besides
   * @param look applies it: true where there is nothing that it could report at any time
   */
  void check(String rule, Document d, String besides, BooleanSupplier look) {
    // Nothing is noted of what is encrypted, not even a hash.
    Passed notes = d.shown().endsWith(".asc") ? Passed.NOTHING : passed;
    String inputs = String.join("\n", rule, shared, SourceTree.id(files(d)), besides);
    if (!notes.contains(inputs) && look.getAsBoolean()) {
      notes.add(inputs);
    }
  }

  /** The document's file, and where it has a folder of its own all that lies there. */
  private Stream<SourceFile> files(Document d) {
    String from = d.ownsFolder() ? d.folder() : d.path();
    String to = d.ownsFolder() ? d.folder() + Character.MAX_VALUE : d.path() + '\0';
    return library.source().files().subMap(from, to).values().stream();
  }
}
