package org.cresset.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.MarkedText;
import org.cresset.problem.Span;

/** Where in its file a value of a document stands, for messages. */
public final class Places {
  private Places() {}

  /** A Markdown value of the front matter, or an event of the chronology in the body. */
  public static Span of(Document document, MarkedText text) {
    // A text that was cut is not there as a whole, but its first line is.
    String first = text.markdown().lines().findFirst().orElse("");
    return scalar(document.front(), s -> s.equals(text.markdown()))
        .or(() -> scalar(document.front(), s -> !first.isBlank() && s.contains(first)))
        .or(() -> line(document, text.markdown()))
        .orElse(document.at("title"));
  }

  /** An entry of the chronology, wherever it is written. */
  public static Span of(Document document, ChronologyEntry entry) {
    if (!entry.inBody()) {
      return of(document, entry.event());
    }
    List<String> lines = document.body().markdown().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (BodyChronology.entry(lines.get(i)).equals(Optional.of(entry))) {
        int number = document.body().firstLine() + i;
        return new Span(document.shown(), number, 3, lines.get(i).stripTrailing().length() - 2);
      }
    }
    return document.at("title");
  }

  private static Optional<Span> scalar(Node node, Predicate<String> test) {
    return switch (node) {
      case Node.Scalar s ->
          test.test(s.text().stripTrailing()) ? Optional.of(s.at()) : Optional.empty();
      case Node.Sequence s -> s.items().stream().flatMap(i -> scalar(i, test).stream()).findFirst();
      case Node.Mapping m ->
          m.entries().values().stream().flatMap(e -> scalar(e.value(), test).stream()).findFirst();
    };
  }

  private static Optional<Span> line(Document document, String text) {
    List<String> lines = document.body().markdown().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf(text);
      if (column >= 0) {
        int number = document.body().firstLine() + i;
        return Optional.of(new Span(document.shown(), number, column + 1, text.length()));
      }
    }
    return Optional.empty();
  }
}
