package org.cresset.authoring;

import java.util.List;
import org.cresset.document.Node;
import org.cresset.problem.Span;

/** Adds an entry to a list of the front matter, in the form in which the list is written. */
final class ListKey {
  private ListKey() {}

  /**
   * Adds at the end.
   *
   * @param entry in braces
   * @param anchor the key after which the list goes where there is none
   */
  static void append(FrontMatter text, String key, String entry, String anchor) {
    switch (text.value(key)) {
      case null -> text.insertAfter(text.lastLine(anchor), List.of(key + ":", "  - " + entry));
      case Node.Scalar nothing when nothing.blank() ->
          text.insertAfter(text.lastLine(key), List.of("  - " + entry));
      case Node.Sequence list when list.items().isEmpty() -> {
        String line = text.line(list.at().line());
        if (!line.startsWith("[]", list.at().column() - 1)) {
          throw text.byHand(key + " is not a plain list");
        }
        text.setLine(
            list.at().line(),
            line.substring(0, list.at().column() - 1).stripTrailing()
                + line.substring(list.at().column() + 1));
        text.insertAfter(text.lastLine(key), List.of("  - " + entry));
      }
      case Node.Sequence list -> append(text, key, list, entry);
      default -> throw text.byHand(key + " is not a list");
    }
  }

  private static void append(FrontMatter text, String key, Node.Sequence list, String entry) {
    Span at = list.at();
    String line = text.line(at.line());
    if (line.startsWith("[", at.column() - 1)) {
      new FlowList(text, at).append(List.of(entry), list.items().getLast().at());
      return;
    }
    String indent = line.substring(0, at.column() - 1);
    if (!indent.isBlank()) {
      throw text.byHand(key + " is not a plain list");
    }
    text.insertAfter(text.lastLine(key), List.of(indent + "- " + entry));
  }
}
