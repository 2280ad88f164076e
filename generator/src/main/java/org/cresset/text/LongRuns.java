package org.cresset.text;

import java.util.List;
import org.cresset.problem.Code;

/**
 * Replaces over-long runs of backslashes, emphasis marks, brackets and backticks outside code by
 * stand-ins, which come out as the same characters but are no markup: parsers take exponential time
 * over them. Rulers, underlines of headings and table rows are left alone.
 */
final class LongRuns {
  static final int LONGEST = 16;

  private final String text;
  private final Lines lines;
  private final List<TextProblem> problems;
  private final StringBuilder out;

  private char fence;
  private int fenceLength;
  private boolean fenceQuoted;
  private boolean blankBefore = true;
  private boolean codeBefore;
  private boolean containerOpen;
  private int paragraph;
  private int scanned;
  private int codeEnd;

  LongRuns(String text, Lines lines, List<TextProblem> problems) {
    this.text = text;
    this.lines = lines;
    this.problems = problems;
    this.out = new StringBuilder(text);
  }

  /** Whether there is a run at all that could need attention; most texts have none. */
  static boolean any(String text) {
    for (int i = LONGEST; i < text.length(); i += LONGEST) {
      char c = text.charAt(i);
      if (Escape.LITERAL.indexOf(c) >= 0 && text.charAt(i - 1) == c) {
        int from = i;
        while (from > 0 && text.charAt(from - 1) == c) {
          from--;
        }
        if (Prefixes.run(text, from, text.length()) > LONGEST) {
          return true;
        }
      }
    }
    return false;
  }

  String disarmed() {
    for (int line = 0; line < lines.count(); line++) {
      int start = lines.start(line);
      int end = lines.end(line);
      if (!isCode(start, end)) {
        disarm(line, start, end);
      }
    }
    return out.toString();
  }

  /** Follows fences and indented code from line to line. */
  private boolean isCode(int start, int end) {
    int content = content(start, end);
    boolean quoted = text.substring(start, content).indexOf('>') >= 0;
    if (fence != 0 && !(fenceQuoted && !quoted)) {
      closeFence(content, end);
      return true;
    }
    fence = 0;
    return openFence(content, end, quoted) || isIndentedCode(start, end);
  }

  private int content(int start, int end) {
    int i = start;
    for (int next = i; next >= 0; next = Prefixes.skipMarker(text, i, end)) {
      i = next;
    }
    return Prefixes.skipBlanks(text, i, end);
  }

  private void closeFence(int content, int end) {
    if (content < end && text.charAt(content) == fence) {
      int run = Prefixes.run(text, content, end);
      if (run >= fenceLength && Prefixes.skipBlanks(text, content + run, end) == end) {
        fence = 0;
        paragraph = end;
      }
    }
  }

  private boolean openFence(int content, int end, boolean quoted) {
    char c = content < end ? text.charAt(content) : ' ';
    int run = c == '`' || c == '~' ? Prefixes.run(text, content, end) : 0;
    if (run < 3 || (c == '`' && text.substring(content + run, end).indexOf('`') >= 0)) {
      return false;
    }
    fence = c;
    fenceLength = run;
    fenceQuoted = quoted;
    return true;
  }

  private boolean isIndentedCode(int start, int end) {
    int content = Prefixes.skipBlanks(text, start, end);
    if (content == end) {
      blankBefore = true;
      paragraph = end;
      return false;
    }
    boolean indented = content - start >= 4 || text.charAt(start) == '\t';
    boolean code = indented && (blankBefore || codeBefore) && !containerOpen;
    if (!indented) {
      containerOpen =
          Prefixes.skipMarker(text, start, end) >= 0
              || text.startsWith("!!!", content)
              || text.startsWith("[^", content)
              || (containerOpen && content > start);
    }
    codeBefore = code;
    blankBefore = false;
    return code;
  }

  private void disarm(int line, int start, int end) {
    if (Prefixes.isRuler(text, start, end) || isTableRow(start, end)) {
      return;
    }
    for (int i = start; i < end; ) {
      int literal = Escape.LITERAL.indexOf(text.charAt(i));
      int run = literal < 0 ? 1 : Prefixes.run(text, i, end);
      if (run > LONGEST && !inCodeSpan(i)) {
        out.replace(
            i, i + run, String.valueOf((char) (Escape.FIRST_LITERAL + literal)).repeat(run));
        problems.add(warning(line, i - start, run));
      }
      i += run;
    }
  }

  private boolean isTableRow(int start, int end) {
    int content = Prefixes.skipBlanks(text, start, end);
    return content < end && text.charAt(content) == '|' && text.charAt(end - 1) == '|';
  }

  /** Whether the offset lies in a code span of its paragraph; asked in rising order. */
  private boolean inCodeSpan(int offset) {
    scanned = Math.max(scanned, paragraph);
    while (scanned < offset) {
      char c = text.charAt(scanned);
      if (c == '`') {
        int run = Prefixes.run(text, scanned, text.length());
        int close = closing(scanned + run, run);
        codeEnd = Math.max(codeEnd, close);
        scanned = close > 0 ? close : scanned + run;
      } else {
        scanned += c == '\\' ? 2 : 1;
      }
    }
    return offset < codeEnd;
  }

  private int closing(int from, int length) {
    int blank = text.indexOf("\n\n", from);
    int end = blank < 0 ? text.length() : blank;
    for (int i = text.indexOf('`', from); i >= 0 && i < end; i = text.indexOf('`', i)) {
      int run = Prefixes.run(text, i, end);
      i += run;
      if (run == length) {
        return i;
      }
    }
    return -1;
  }

  private TextProblem warning(int line, int column, int run) {
    char c = text.charAt(lines.start(line) + column);
    return new TextProblem(
        Code.TEXT_LONG_RUN,
        line,
        column,
        run,
        run + " times " + c + " in a row",
        "at most " + LONGEST + " outside code",
        "it is shown as text; put it between backticks, or in a fenced block");
  }
}
