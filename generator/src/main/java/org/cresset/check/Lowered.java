package org.cresset.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cresset.document.Document;
import org.cresset.document.Fence;
import org.cresset.document.Fences;
import org.cresset.document.Register;
import org.cresset.marking.Audience;
import org.cresset.marking.Marking;
import org.cresset.model.MarkdownValues;
import org.cresset.model.MarkedText;

/**
 * What one audience could read of a document before and can read now. Drafts count as if they were
 * released, since to release one lowers nothing; groups have the members that they have now.
 */
record Lowered(Audience audience, Instant asOf, Register register) {
  private static final int MEANINGFUL = 4;

  boolean reads(Marking marking) {
    Marking released =
        new Marking(marking.label(), marking.only(), false, marking.embargo(), marking.preview());
    return audience.mayRead(released, asOf);
  }

  /** A line that was withheld and is shown now, as it stands in the document. */
  Optional<String> line(Document before, Document now) {
    Set<String> withheld = lines(before, false);
    if (withheld.isEmpty()) {
      return Optional.empty();
    }
    withheld.removeAll(lines(before, true));
    return texts(now)
        .flatMap(text -> shown(text, now, true))
        .filter(line -> withheld.contains(folded(line)))
        .findFirst();
  }

  private Set<String> lines(Document document, boolean shown) {
    Set<String> lines = new HashSet<>();
    texts(document)
        .flatMap(text -> shown(text, document, shown))
        .map(Lowered::folded)
        .filter(line -> line.length() >= MEANINGFUL)
        .forEach(lines::add);
    return lines;
  }

  private static Stream<String> texts(Document document) {
    return Stream.concat(
        Stream.of(document.body().markdown()),
        MarkdownValues.of(document.details()).stream().map(MarkedText::markdown));
  }

  /** The lines of a text that this audience may read, or those that it may not. */
  private Stream<String> shown(String text, Document document, boolean wanted) {
    List<Fence> fences = Fences.find(text);
    List<String> lines = text.lines().toList();
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .filter(i -> isShown(i, fences, document) == wanted)
        .map(lines::get);
  }

  private boolean isShown(int line, List<Fence> fences, Document document) {
    return fences.stream()
        .filter(f -> f.open() <= line && line <= f.close())
        .allMatch(f -> reads(f.marking(document.marking(), register)));
  }

  /** Words alone, so that new line ends, marks or lists do not hide that it is the same text. */
  private static String folded(String line) {
    return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
