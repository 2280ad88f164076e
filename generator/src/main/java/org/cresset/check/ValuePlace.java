package org.cresset.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.Node;
import org.cresset.problem.Span;
import org.cresset.source.SourceFile;

/**
 * Where a part of a front-matter value stands. YAML may have folded its lines or undone escapes, so
 * the part is looked for below the value's beginning.
 */
record ValuePlace(Library library, Document document, Node.Scalar value) implements Passage.Place {
  @Override
  public Passage.Located of(String text, int start, int end) {
    String part = text.substring(start, end).lines().findFirst().orElse("");
    int before = count(text.substring(0, start), part);
    List<String> lines = lines();
    int column = value.at().column() - 1;
    for (int i = value.at().line() - 1;
        i < Math.min(lines.size(), document.body().firstLine());
        i++) {
      for (int at = lines.get(i).indexOf(part, column); at >= 0; ) {
        if (before == 0) {
          return new Passage.Located(
              new Span(document.shown(), i + 1, at + 1, part.length()), lines.get(i));
        }
        before--;
        at = lines.get(i).indexOf(part, at + 1);
      }
      column = 0;
    }
    int line = value.at().line() - 1;
    return new Passage.Located(value.at(), line < lines.size() ? lines.get(line) : "");
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  private List<String> lines() {
    SourceFile file = library.source().files().get(document.path());
    return file == null
        ? List.of()
        : new String(file.content(), StandardCharsets.UTF_8).lines().toList();
  }
}
