package org.cresset.text;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;

/** Tables, each in a frame that scrolls by itself and can be reached by keyboard. */
final class TableWriter {
  private final StringBuilder out;
  private final InlineWriter inline;
  private int count;

  TableWriter(Draft draft, InlineWriter inline) {
    this.out = draft.out;
    this.inline = inline;
  }

  void write(TableBlock table) {
    count++;
    out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table ");
    out.append(count).append("\">\n<table>\n");
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableHead) {
        rows(part, "thead");
      } else if (part instanceof TableBody && part.hasChildren()) {
        rows(part, "tbody");
      }
    }
    out.append("</table>\n</div>\n");
  }

  private void rows(Node part, String element) {
    out.append('<').append(element).append(">\n");
    for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
      if (row instanceof TableRow) {
        out.append("<tr>");
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          if (cell instanceof TableCell c) {
            cell(c);
          }
        }
        out.append("</tr>\n");
      }
    }
    out.append("</").append(element).append(">\n");
  }

  private void cell(TableCell cell) {
    String element = cell.isHeader() && !cell.getText().isBlank() ? "th" : "td";
    out.append('<').append(element);
    if (element.equals("th")) {
      out.append(" scope=\"col\"");
    }
    if (cell.getAlignment() != null) {
      String side = cell.getAlignment().name().toLowerCase(Locale.ROOT);
      out.append(" class=\"align-").append(side).append('"');
    }
    out.append('>');
    inline.children(cell, 0);
    out.append("</").append(element).append('>');
  }
}
