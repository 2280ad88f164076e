package org.cresset.text;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Footnotes in the order of their first use, each with a way back from every use. */
final class Footnotes {
  private final Draft draft;
  private final StringBuilder out;
  private final Map<FootnoteBlock, Integer> uses = new LinkedHashMap<>();
  private final List<FootnoteBlock> order = new ArrayList<>();

  Footnotes(Draft draft) {
    this.draft = draft;
    this.out = draft.out;
  }

  void reference(Footnote node) {
    FootnoteBlock block = node.isDefined() ? node.getFootnoteBlock() : null;
    if (block == null) {
      Escape.html(out, draft.decoded(node.getChars()));
      return;
    }
    int use = uses.merge(block, 1, Integer::sum);
    if (use == 1) {
      order.add(block);
    }
    int number = order.indexOf(block) + 1;
    draft.links.add(use(node, block));
    out.append("<sup class=\"footnote-ref\"><a id=\"").append(back(number, use));
    out.append("\" href=\"#fn-").append(number).append("\" aria-label=\"Footnote ");
    out.append(number).append("\">").append(number).append("</a></sup>");
  }

  private LinkUse use(Footnote node, FootnoteBlock block) {
    int at = node.getText().getStartOffset();
    return new LinkUse(
        LinkUse.Kind.FOOTNOTE,
        draft.lines.line(at),
        draft.lines.column(at),
        node.getText().length(),
        draft.string(node.getText()),
        OptionalInt.of(draft.lines.line(block.getStartOffset())));
  }

  /** All notes that were used; a note may use others, which follow. */
  void write(Consumer<FootnoteBlock> content) {
    if (order.isEmpty()) {
      return;
    }
    out.append(
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n");
    for (int i = 0; i < order.size(); i++) {
      FootnoteBlock block = order.get(i);
      out.append("<li id=\"fn-").append(i + 1).append("\">\n");
      content.accept(block);
      out.append("<p class=\"footnote-back\">");
      for (int use = 1; use <= uses.getOrDefault(block, 1); use++) {
        out.append(use == 1 ? "" : " ").append("<a href=\"#").append(back(i + 1, use));
        out.append("\" aria-label=\"Back to reference ").append(i + 1);
        out.append(use == 1 ? "" : "-" + use).append("\">\u21A9</a>");
      }
      out.append("</p>\n</li>\n");
    }
    out.append("</ol>\n</section>\n");
  }

  private static String back(int number, int use) {
    return "fnref-" + number + (use == 1 ? "" : "-" + use);
  }
}
