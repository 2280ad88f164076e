package org.cresset.text;

import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.stream.Collectors;
import org.cresset.model.Mark;

/** Frames around the blocks that hold narrower passages. A block is marked whole or not at all. */
final class Passages {
  private final Draft draft;
  private final List<Mark> marks;
  private List<Mark> open = List.of();

  Passages(Draft draft, List<Mark> marks) {
    this.draft = draft;
    this.marks = marks;
  }

  /** Opens or closes frames before this block is written. */
  void before(Node block) {
    if (marks.isEmpty()) {
      return;
    }
    List<Mark> here = on(block);
    if (!here.equals(open)) {
      close();
      open(here);
    }
  }

  void close() {
    if (!open.isEmpty()) {
      draft.out.append("</div>\n");
      open = List.of();
    }
  }

  private List<Mark> on(Node block) {
    int first = draft.lines.line(block.getStartOffset());
    int end = block.getEndOffset();
    while (end > block.getStartOffset() && draft.source.charAt(end - 1) <= ' ') {
      end--;
    }
    int last = draft.lines.line(Math.max(block.getStartOffset(), end - 1));
    return marks.stream().filter(m -> m.firstLine() <= last && m.lastLine() >= first).toList();
  }

  private void open(List<Mark> here) {
    if (here.isEmpty()) {
      return;
    }
    String label =
        Escape.html(
            here.stream().map(Passages::label).distinct().collect(Collectors.joining("; ")));
    draft
        .out
        .append("<div class=\"passage\" role=\"group\" aria-label=\"")
        .append(label)
        .append("\" data-label=\"")
        .append(label)
        .append("\">\n<p class=\"passage-label\"><b>")
        .append(label)
        .append("</b></p>\n");
    open = here;
  }

  private static String label(Mark mark) {
    String handling = mark.label().classification().token();
    if (mark.readers().startsWith(handling)) {
      return mark.readers();
    }
    return mark.readers().isEmpty() ? handling : handling + ": " + mark.readers();
  }
}
