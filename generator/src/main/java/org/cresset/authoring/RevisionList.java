package org.cresset.authoring;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cresset.document.Node;
import org.cresset.model.Revision;
import org.cresset.problem.Span;

/** Adds entries to {@code revision_history} in the form in which it is written. */
final class RevisionList {
  private static final String KEY = "revision_history";

  private final FrontMatter text;

  RevisionList(FrontMatter text) {
    this.text = text;
  }

  /**
   * Adds entries at the end.
   *
   * @param anchor the key after which the list goes where there is none
   */
  void append(List<Revision> entries, String anchor) {
    switch (text.value(KEY)) {
      case null -> {
        text.insertAfter(text.lastLine(anchor), List.of(KEY + ":"));
        text.insertAfter(text.lastLine(anchor), listed("  ", entries));
      }
      case Node.Scalar nothing when nothing.blank() ->
          text.insertAfter(text.lastLine(KEY), listed("  ", entries));
      case Node.Sequence list when list.items().isEmpty() -> {
        removeBrackets(list.at());
        text.insertAfter(text.lastLine(KEY), listed("  ", entries));
      }
      case Node.Sequence list -> append(list, entries);
      default -> throw text.byHand("revision_history is not a list");
    }
  }

  private void append(Node.Sequence list, List<Revision> entries) {
    Span at = list.at();
    String line = text.line(at.line());
    Node last = list.items().getLast();
    if (line.startsWith("[", at.column() - 1)) {
      new FlowList(text, at).append(entries.stream().map(RevisionList::flow).toList(), last.at());
      return;
    }
    String indent = line.substring(0, at.column() - 1);
    if (!indent.isBlank() || !(last instanceof Node.Mapping)) {
      throw text.byHand("revision_history is not a plain list");
    }
    Span item = last.at();
    boolean flow = text.line(item.line()).startsWith("{", item.column() - 1);
    text.insertAfter(
        text.lastLine(KEY),
        flow ? listed(indent, entries) : spread(indent, item.column() - 1, entries));
  }

  private void removeBrackets(Span at) {
    String line = text.line(at.line());
    if (!line.startsWith("[]", at.column() - 1)) {
      throw text.byHand("revision_history is not a plain list");
    }
    String rest = line.substring(at.column() + 1);
    text.setLine(at.line(), line.substring(0, at.column() - 1).stripTrailing() + rest);
  }

  private static List<String> listed(String indent, List<Revision> entries) {
    return entries.stream().map(e -> indent + "- " + flow(e)).toList();
  }

  private static List<String> spread(String indent, int column, List<Revision> entries) {
    String first = indent + "-" + " ".repeat(Math.max(1, column - indent.length() - 1));
    String further = " ".repeat(first.length());
    return entries.stream()
        .flatMap(e ->
            Stream.of(
                first + "number: " + e.number(),
                further + "date: " + Times.text(e.date()),
                further + "summary: " + YamlText.quoted(e.summary())))
        .toList();
  }

  private static String flow(Revision e) {
    return String.format(
        Locale.ROOT,
        "{number: %s, date: %s, summary: %s}",
        e.number(),
        Times.text(e.date()),
        YamlText.quoted(e.summary()));
  }
}
