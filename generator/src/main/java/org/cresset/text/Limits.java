package org.cresset.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cresset.problem.Code;
import org.cresset.problem.Severity;

/** What is refused or disarmed before the parser sees a text. */
final class Limits {
  static final int LINE_BYTES = 16 * 1024;
  static final int NESTING = 32;
  static final int REFERENCES = 2_000;

  private Limits() {}

  /** A text with its dangers disarmed, each character at its old place. */
  record Checked(String text, List<TextProblem> problems) {
    boolean refused() {
      return problems.stream().anyMatch(p -> p.code().severity() == Severity.ERROR);
    }
  }

  static Checked check(String source) {
    String text = withoutNoncharacters(source);
    Lines lines = new Lines(text);
    List<TextProblem> problems = new ArrayList<>();
    int references = 0;
    for (int line = 0; line < lines.count(); line++) {
      int start = lines.start(line);
      int end = lines.end(line);
      checkLength(text, line, start, end, problems);
      checkNesting(text, line, start, end, problems);
      if (isReference(text, start, end) && ++references == REFERENCES + 1) {
        problems.add(tooManyReferences(line));
      }
    }
    if (!LongRuns.any(text)) {
      return new Checked(text, problems);
    }
    return new Checked(new LongRuns(text, lines, problems).disarmed(), problems);
  }

  private static TextProblem tooManyReferences(int line) {
    return new TextProblem(
        Code.TEXT_TOO_MANY_REFERENCES,
        line,
        0,
        1,
        "more than " + REFERENCES + " link and footnote definitions",
        "at most " + REFERENCES,
        "split the document");
  }

  private static void checkLength(
      String text, int line, int start, int end, List<TextProblem> problems) {
    if (end - start <= LINE_BYTES / 3) {
      return;
    }
    int bytes = text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LINE_BYTES) {
      problems.add(
          new TextProblem(
              Code.TEXT_LINE_TOO_LONG,
              line,
              0,
              1,
              "a line of " + bytes + " bytes",
              "at most " + LINE_BYTES + " bytes",
              "break the line, or attach the data as a file"));
    }
  }

  private static void checkNesting(
      String text, int line, int start, int end, List<TextProblem> problems) {
    int depth = 0;
    int i = start;
    while (i < end && depth <= NESTING) {
      int after = Prefixes.skipMarker(text, i, end);
      if (after < 0) {
        return;
      }
      depth++;
      i = after;
    }
    if (depth > NESTING && !Prefixes.isRuler(text, start, end)) {
      problems.add(tooDeep(line, i - start));
    }
  }

  static TextProblem tooDeep(int line, int column) {
    return new TextProblem(
        Code.TEXT_TOO_DEEP,
        line,
        column,
        1,
        "quotes, lists or emphasis nested more than " + NESTING + " deep",
        "at most " + NESTING + " levels",
        "write it flatter");
  }

  private static boolean isReference(String text, int start, int end) {
    int i = Prefixes.skipBlanks(text, start, end);
    if (i >= end || text.charAt(i) != '[') {
      return false;
    }
    int close = text.indexOf("]:", i);
    return close >= 0 && close < end;
  }

  private static String withoutNoncharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\uFDD0' && c <= '\uFDEF') {
        return text.replaceAll("[\uFDD0-\uFDEF]", "\uFFFD");
      }
    }
    return text;
  }
}
