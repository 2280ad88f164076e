package org.cresset.text;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SubSequence;
import java.util.ArrayList;
import java.util.List;
import org.cresset.problem.Code;

/** What is being written about one text: the HTML so far, and what was found on the way. */
final class Draft {
  final String source;
  final Lines lines;
  final StringBuilder out;
  final List<Heading> headings = new ArrayList<>();
  final List<LinkUse> links = new ArrayList<>();
  final List<TextProblem> problems = new ArrayList<>();

  Draft(String source) {
    this.source = source;
    this.lines = new Lines(source);
    this.out = new StringBuilder(source.length() * 3 / 2 + 64);
  }

  /** Quotes, lists or emphasis go deeper than anybody reads. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int offset;

    TooDeep(int offset) {
      super(null, null, false, false);
      this.offset = offset;
    }

    int offset() {
      return offset;
    }
  }

  static void checkDepth(int depth, Node node) {
    if (depth > Limits.NESTING) {
      throw new TooDeep(node.getStartOffset());
    }
  }

  /** The characters of a part, cut from the source in one piece where they are one. */
  String string(BasedSequence part) {
    int start = part.getStartOffset();
    int end = part.getEndOffset();
    return part instanceof SubSequence && part.length() == end - start
        ? source.substring(start, end)
        : part.toString();
  }

  /** The same with backslash escapes and entities decoded. */
  String decoded(BasedSequence part) {
    String text = string(part);
    return text.indexOf('\\') < 0 && text.indexOf('&') < 0 ? text : part.unescape();
  }

  void problem(Code code, int offset, int length, String found, String expected, String help) {
    problems.add(
        new TextProblem(
            code, lines.line(offset), lines.column(offset), length, found, expected, help));
  }

  /** Notes characters in code or addresses that nobody would see. */
  void refuseHidden(String text, int offset, String where) {
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (Escape.isHidden(c) && !(c >= Escape.FIRST_LITERAL && c < Escape.FIRST_LITERAL + 16)) {
        problem(
            Code.TEXT_HIDDEN_CHARACTER,
            offset,
            1,
            "the invisible character <" + Escape.name(c) + "> in " + where,
            "only characters that can be seen",
            "remove it");
        return;
      }
      i += Character.charCount(c) - 1;
    }
  }
}
