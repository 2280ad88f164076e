package org.cresset.authoring;

import java.util.List;
import org.cresset.problem.Span;

/** A list in brackets, on one line or several (YAML 1.2.2, section 7.4.1). */
final class FlowList {
  private final FrontMatter text;
  private final int firstLine;
  private final int firstColumn;

  /** The place after the last character before the closing bracket that is no blank or comment. */
  private int lastLine;

  private int lastColumn;
  private char last = '[';
  private char quote;
  private int depth;
  private int closingLine;

  FlowList(FrontMatter text, Span opening) {
    this.text = text;
    this.firstLine = opening.line();
    this.firstColumn = opening.column() - 1;
  }

  /**
   * Adds items before the closing bracket, on lines of their own if the bracket stands on one.
   *
   * @param lastItem where the last item begins
   */
  void append(List<String> items, Span lastItem) {
    find();
    String line = text.line(lastLine);
    String comma = last == ',' || last == '[' ? "" : ",";
    String before = line.substring(0, lastColumn) + comma;
    String after = line.substring(lastColumn);
    if (closingLine == lastLine) {
      text.setLine(lastLine, before + " " + String.join(", ", items) + after);
    } else {
      String indent = " ".repeat(lastItem.column() - 1);
      text.setLine(lastLine, before + after);
      text.insertAfter(lastLine, items.stream().map(item -> indent + item + ",").toList());
    }
  }

  private void find() {
    for (int number = firstLine; closingLine == 0; number++) {
      String line = text.line(number);
      if (line.equals("---")) {
        throw text.byHand("the end of its list was not found");
      }
      scan(number, line, number == firstLine ? firstColumn : 0);
    }
  }

  private void scan(int number, String line, int from) {
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean apart = i == 0 || Character.isWhitespace(line.charAt(i - 1));
      if (quote == 0 && c == '#' && apart) {
        return;
      }
      if (quote != 0) {
        boolean escape = quote == '"' ? c == '\\' : line.startsWith("''", i);
        i += escape ? 1 : 0;
        quote = !escape && c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && "[{,:".indexOf(last) >= 0) {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if ((c == ']' || c == '}') && --depth == 0) {
        closingLine = number;
        return;
      }
      if (!Character.isWhitespace(c)) {
        last = c;
        lastLine = number;
        lastColumn = Math.min(i + 1, line.length());
      }
    }
  }
}
