package org.cresset.authoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cresset.document.Document;
import org.cresset.document.Node;
import org.cresset.problem.Failure;
import org.cresset.problem.Span;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document, whose front matter is changed in place: what is not changed keeps its
 * order, comments, quotes and line ends. Places are those of the document as it was read; changes
 * take effect together, in {@link #bytes}.
 */
final class FrontMatter {
  private final Document document;
  private final List<String> lines;
  private final String end;
  private final Map<Integer, String> replaced = new HashMap<>();
  private final Map<Integer, List<String>> inserted = new HashMap<>();

  /**
   * Reads the lines.
   *
   * @param document what was read from the bytes
   */
  FrontMatter(Document document, byte[] bytes) {
    this.document = document;
    this.lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    this.end = lines.getFirst().endsWith("\r") ? "\r" : "";
    int previous = 0;
    for (Node.Entry entry : document.front().entries().values()) {
      if (entry.key().column() != 1 || entry.key().line() <= previous) {
        throw byHand("it does not begin each key on a line of its own");
      }
      previous = entry.key().line();
    }
  }

  Document document() {
    return document;
  }

  boolean has(String key) {
    return document.front().entries().containsKey(key);
  }

  /** The value of a key; null where it is missing. */
  @Nullable Node value(String key) {
    Node.Entry entry = document.front().entries().get(key);
    return entry == null ? null : entry.value();
  }

  /** The text of a line as it is so far, counted from 1, without its end. */
  String line(int number) {
    String line = replaced.getOrDefault(number, lines.get(number - 1));
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  void setLine(int number, String text) {
    replaced.put(number, text + end);
  }

  /** Adds lines after one, and after those that were added there before. */
  void insertAfter(int number, List<String> added) {
    List<String> there = inserted.computeIfAbsent(number, n -> new ArrayList<>());
    added.forEach(line -> there.add(line + end));
  }

  /** Another text for a key that has one, in the quotes that it had. */
  void setText(String key, String text) {
    if (!(value(key) instanceof Node.Scalar old) || old.blank()) {
      throw byHand("'" + key + "' has no text that could be replaced");
    }
    Span at = old.at();
    String line = line(at.line());
    String quote = line.startsWith("\"", at.column() - 1) ? "\"" : "";
    quote = line.startsWith("'", at.column() - 1) ? "'" : quote;
    String written = quote + old.text() + quote;
    if (!line.startsWith(written, at.column() - 1)) {
      throw byHand("'" + key + "' is not written on one line");
    }
    setLine(
        at.line(),
        line.substring(0, at.column() - 1)
            + quote
            + text
            + quote
            + line.substring(at.column() - 1 + written.length()));
  }

  /** The last line that belongs to a key; comments before the next key belong to that one. */
  int lastLine(String key) {
    int first = document.at(key).line();
    Node.Entry own = document.front().entries().get(key);
    if (own != null) {
      first = own.key().line();
    }
    int last = closing() - 1;
    for (Node.Entry entry : document.front().entries().values()) {
      if (entry.key().line() > first) {
        last = entry.key().line() - 1;
        break;
      }
    }
    while (last > first && (line(last).isBlank() || line(last).startsWith("#"))) {
      last--;
    }
    return last;
  }

  /** The text with its changes. */
  byte[] bytes() {
    List<String> result = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      result.add(replaced.getOrDefault(number, lines.get(number - 1)));
      result.addAll(inserted.getOrDefault(number, List.of()));
    }
    return String.join("\n", result).getBytes(StandardCharsets.UTF_8);
  }

  /** Where in-place editing would have to guess, a person must do it. */
  Failure byHand(String why) {
    return new Failure(
        Failure.Kind.CONTENT,
        document.shown() + " can't be changed here: " + why,
        "change it by hand, then run: cresset check");
  }

  private int closing() {
    int number = 2;
    while (number < lines.size() && !line(number).equals("---")) {
      number++;
    }
    return number;
  }
}
