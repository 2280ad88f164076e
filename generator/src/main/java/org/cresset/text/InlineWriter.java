package org.cresset.text;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Node;

/** What stands within a line of text. */
final class InlineWriter {
  private final Draft draft;
  private final StringBuilder out;
  private final TextWriter text;
  private final LinkWriter links;
  private final Footnotes footnotes;

  InlineWriter(Draft draft, LinkWriter links, Footnotes footnotes) {
    this.draft = draft;
    this.out = draft.out;
    this.text = new TextWriter(draft.out);
    this.links = links;
    this.footnotes = footnotes;
  }

  void children(Node parent, int depth) {
    Draft.checkDepth(depth, parent);
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      write(node, depth);
    }
  }

  private void write(Node node, int depth) {
    switch (node) {
      case Text t -> text(t);
      case SoftLineBreak ignored -> out.append('\n');
      case HardLineBreak ignored -> out.append("<br>\n");
      case Emphasis e -> wrapped("em", e, depth);
      case StrongEmphasis s -> wrapped("strong", s, depth);
      case Strikethrough s -> wrapped("del", s, depth);
      case Code c -> code(c);
      case HtmlEntity e -> Escape.html(out, draft.decoded(e.getChars()));
      case Link link -> links.link(link, () -> children(link, depth + 1));
      case LinkRef ref -> links.reference(ref, () -> children(ref, depth + 1));
      case Image image -> links.image(image);
      case ImageRef ref -> links.imageReference(ref);
      case AutoLink link -> links.bare(link.getText(), "");
      case MailLink link -> links.bare(link.getText(), "mailto:");
      case Footnote note -> footnotes.reference(note);
      default -> Escape.html(out, draft.string(node.getChars()));
    }
  }

  private void text(Text node) {
    String decoded = draft.decoded(node.getChars());
    if (links.inLink()) {
      Escape.html(out, decoded);
    } else {
      text.linked(decoded);
    }
  }

  private void wrapped(String element, Node node, int depth) {
    out.append('<').append(element).append('>');
    children(node, depth + 1);
    out.append("</").append(element).append('>');
  }

  private void code(Code node) {
    String content = draft.string(node.getText()).replace('\n', ' ');
    draft.refuseHidden(content, node.getText().getStartOffset(), "code");
    boolean padded =
        content.length() > 2
            && content.startsWith(" ")
            && content.endsWith(" ")
            && !content.isBlank();
    out.append("<code>");
    Escape.html(out, padded ? content.substring(1, content.length() - 1) : content);
    out.append("</code>");
  }
}
