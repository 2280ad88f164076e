package org.cresset.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cresset.document.Fence;
import org.cresset.marking.Marking;
import org.cresset.model.Mark;
import org.cresset.model.MarkedText;

/**
 * A text with everything cut that a reader may not see.
 *
 * @param text what remains
 * @param lines for each remaining line its index in the whole text; empty where nothing was cut
 * @param withheld the passages cut, for the last search
 */
record Cut(MarkedText text, int[] lines, List<String> withheld) {

  // The lines that Fences counts, whatever ends them.
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");

  /** Cuts a text by lines, before anything parses it. */
  static Cut of(String markdown, List<Fence> fences, Marking document, Reader reader) {
    if (fences.isEmpty()) {
      return new Cut(MarkedText.of(markdown), new int[0], List.of());
    }
    String[] lines = LINE_END.split(markdown, -1);
    List<String> kept = new ArrayList<>();
    List<Integer> origin = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<String> withheld = new ArrayList<>();
    int next = 0;
    for (Fence fence : fences) {
      for (; next < fence.open(); next++) {
        kept.add(lines[next]);
        origin.add(next);
      }
      int close = Math.min(fence.close(), lines.length - 1);
      boolean hasClose = fence.close() < lines.length && lines[fence.close()].equals(":::");
      int last = hasClose ? close - 1 : close;
      if (reader.mayRead(document, fence)) {
        int first = kept.size();
        for (int i = fence.open() + 1; i <= last; i++) {
          kept.add(lines[i]);
          origin.add(i);
        }
        marks.add(mark(first, kept.size() - 1, document, fence, reader));
      } else {
        int from = Math.min(fence.open() + 1, last + 1);
        withheld.add(String.join("\n", List.of(lines).subList(from, last + 1)));
        boolean blankBefore = kept.isEmpty() || kept.getLast().isBlank();
        if (blankBefore && isBlankLine(lines, close + 1)) {
          close++;
        }
      }
      next = close + 1;
    }
    for (; next < lines.length; next++) {
      kept.add(lines[next]);
      origin.add(next);
    }
    return new Cut(
        new MarkedText(String.join("\n", kept), marks),
        origin.stream().mapToInt(i -> i).toArray(),
        withheld);
  }

  /** What comes after the last line end is no line. */
  private static boolean isBlankLine(String[] lines, int index) {
    return index < lines.length
        && lines[index].isBlank()
        && !(index == lines.length - 1 && lines[index].isEmpty());
  }

  private static Mark mark(int first, int last, Marking document, Fence fence, Reader reader) {
    return new Mark(
        first, last, reader.passage(document, fence).label(), reader.readers(fence.audiences()));
  }
}
