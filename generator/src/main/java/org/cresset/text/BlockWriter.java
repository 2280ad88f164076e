package org.cresset.text;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ParagraphItemContainer;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.regex.Pattern;
import org.cresset.model.Mark;

/** The blocks of a document, from top to bottom. */
final class BlockWriter {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_.+#-]{1,40}");

  private final Draft draft;
  private final StringBuilder out;
  private final Slugs slugs = new Slugs();
  private final Footnotes footnotes;
  private final InlineWriter inline;
  private final TableWriter tables;
  private final Passages passages;

  BlockWriter(Draft draft, ReferenceRepository references, List<Mark> marks) {
    this.draft = draft;
    this.out = draft.out;
    this.footnotes = new Footnotes(draft);
    this.inline = new InlineWriter(draft, new LinkWriter(draft, references), footnotes);
    this.tables = new TableWriter(draft, inline);
    this.passages = new Passages(draft, marks);
  }

  void document(Document document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof FootnoteBlock) && !(node instanceof Reference)) {
        passages.before(node);
        write(node, 0);
      }
    }
    passages.close();
    footnotes.write(block -> {
      passages.before(block);
      children(block, 1);
      passages.close();
    });
  }

  private void children(Node parent, int depth) {
    Draft.checkDepth(depth, parent);
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      write(node, depth);
    }
  }

  private void write(Node node, int depth) {
    switch (node) {
      case Paragraph p -> paragraph(p);
      case Heading h -> heading(h);
      case DefinitionList list -> wrapped("dl", list, depth);
      case DefinitionTerm term -> {
        out.append("<dt>");
        terms(term);
        out.append("</dt>\n");
      }
      case ListBlock list -> list(list, depth);
      case ListItem item -> item(item, depth);
      case FencedCodeBlock code -> code(code.getContentChars(), language(code));
      case IndentedCodeBlock code -> code(code.getContentChars().trimTailBlankLines(), "");
      case TableBlock table -> tables.write(table);
      case BlockQuote quote -> wrapped("blockquote", quote, depth);
      case AdmonitionBlock note -> admonition(note, depth);
      case ThematicBreak ignored -> out.append("<hr>\n");
      case HtmlBlockBase html -> raw(html);
      case FootnoteBlock ignored -> {}
      case Reference ignored -> {}
      default -> inline.children(node, 0);
    }
  }

  private void wrapped(String element, Node node, int depth) {
    out.append('<').append(element).append(">\n");
    children(node, depth + 1);
    out.append("</").append(element).append(">\n");
  }

  private void paragraph(Paragraph node) {
    boolean tight =
        node.getParent() instanceof ParagraphItemContainer item
            && item.isParagraphInTightListItem(node);
    out.append(tight ? "" : "<p>");
    inline.children(node, 0);
    out.append(tight ? "\n" : "</p>\n");
  }

  private void terms(Node term) {
    if (term.getFirstChild() instanceof Paragraph paragraph) {
      inline.children(paragraph, 0);
    } else {
      inline.children(term, 0);
    }
  }

  private void heading(Heading node) {
    int start = out.length();
    inline.children(node, 0);
    String content = out.substring(start);
    String words = PlainText.line(content);
    int level = Math.max(2, node.getLevel());
    String id = slugs.next(words);
    draft.headings.add(new org.cresset.text.Heading(level, id, words));
    out.setLength(start);
    out.append("<h").append(level).append(" id=\"").append(id).append("\">");
    out.append(content).append("</h").append(level).append(">\n");
  }

  private void list(ListBlock node, int depth) {
    if (node instanceof OrderedList ordered) {
      int first = ordered.getStartNumber();
      out.append("<ol");
      if (first != 1 && first >= 0) {
        out.append(" start=\"").append(first).append('"');
      }
      out.append(">\n");
      children(node, depth);
      out.append("</ol>\n");
    } else {
      out.append("<ul>\n");
      children(node, depth);
      out.append("</ul>\n");
    }
  }

  private void item(ListItem node, int depth) {
    String element = node instanceof DefinitionItem ? "dd" : "li";
    out.append('<').append(element);
    if (node instanceof TaskListItem task) {
      boolean done = task.isItemDoneMarker();
      out.append(done ? " class=\"task done\">" : " class=\"task\">");
      out.append("<span class=\"task-mark\" role=\"img\" aria-label=\"");
      out.append(done ? "done\">\u2611" : "to do\">\u2610").append("</span> ");
    } else {
      out.append('>');
    }
    children(node, depth + 1);
    trimEnd();
    out.append("</").append(element).append(">\n");
  }

  private void trimEnd() {
    if (out.charAt(out.length() - 1) == '\n') {
      out.setLength(out.length() - 1);
    }
  }

  private String language(FencedCodeBlock code) {
    String info = draft.decoded(code.getInfo()).strip();
    int blank = info.indexOf(' ');
    String word = blank < 0 ? info : info.substring(0, blank);
    return LANGUAGE.matcher(word).matches() ? word : "";
  }

  private void code(BasedSequence chars, String language) {
    String content = draft.string(chars);
    draft.refuseHidden(content, chars.getStartOffset(), "code");
    out.append("<pre tabindex=\"0\"><code");
    if (!language.isEmpty()) {
      out.append(" class=\"language-").append(language).append('"');
    }
    out.append('>');
    Escape.html(out, content);
    if (!content.isEmpty() && !content.endsWith("\n")) {
      out.append('\n');
    }
    out.append("</code></pre>\n");
  }

  /** HTML is text like any other. */
  private void raw(Node node) {
    out.append("<p>");
    Escape.html(out, draft.string(node.getChars()).strip().replace("\n", "\u2028"));
    int at = out.lastIndexOf("<p>") + 3;
    String shown = out.substring(at).replace("&lt;U+2028&gt;", "<br>\n");
    out.setLength(at);
    out.append(shown).append("</p>\n");
  }

  private void admonition(AdmonitionBlock node, int depth) {
    Admonition kind = Admonition.of(node.type());
    String label = kind.word() + (node.title().isEmpty() ? "" : ": " + node.title());
    out.append("<div class=\"admonition ").append(node.type());
    out.append(kind.evidence() ? " evidence" : "").append("\" role=\"note\" aria-label=\"");
    Escape.html(out, label);
    out.append("\">\n<p class=\"admonition-title\"><b>");
    Escape.html(out, label);
    out.append("</b></p>\n");
    children(node, depth + 1);
    out.append("</div>\n");
  }
}
