package org.cresset.text;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.OptionalInt;
import org.cresset.problem.Code;

/** Links and images, their addresses judged; {@code data-dest} is the number of the use. */
final class LinkWriter {
  private final Draft draft;
  private final StringBuilder out;
  private final ReferenceRepository references;
  private boolean inLink;

  LinkWriter(Draft draft, ReferenceRepository references) {
    this.draft = draft;
    this.out = draft.out;
    this.references = references;
  }

  boolean inLink() {
    return inLink;
  }

  void link(Link node, Runnable content) {
    String destination = draft.decoded(node.getUrl());
    note(LinkUse.Kind.LINK, node.getUrl(), node, destination, OptionalInt.empty());
    anchor(destination, draft.decoded(node.getTitle()), node, content);
  }

  void reference(LinkRef node, Runnable content) {
    Reference definition = definition(node);
    if (definition == null) {
      unresolved(node, content);
      return;
    }
    String destination = draft.decoded(definition.getUrl());
    note(LinkUse.Kind.LINK, name(node), node, destination, line(definition));
    Runnable words =
        node.hasChildren() ? content : () -> Escape.html(out, draft.decoded(name(node)));
    anchor(destination, draft.decoded(definition.getTitle()), node, words);
  }

  /** Brackets that refer to nothing are text. */
  private void unresolved(RefNode node, Runnable content) {
    if (!node.hasChildren()) {
      Escape.html(out, draft.decoded(node.getChars()));
      return;
    }
    int first = node.getFirstChild().getStartOffset();
    int last = node.getLastChild().getEndOffset();
    Escape.html(out, draft.source.substring(node.getStartOffset(), first));
    content.run();
    Escape.html(out, draft.source.substring(last, node.getEndOffset()));
  }

  void image(Image node) {
    String destination = draft.decoded(node.getUrl());
    note(LinkUse.Kind.IMAGE, node.getUrl(), node, destination, OptionalInt.empty());
    picture(destination, alt(node), draft.decoded(node.getTitle()), node);
  }

  void imageReference(ImageRef node) {
    Reference definition = definition(node);
    if (definition == null) {
      Escape.html(out, draft.decoded(node.getChars()));
      return;
    }
    String destination = draft.decoded(definition.getUrl());
    note(LinkUse.Kind.IMAGE, name(node), node, destination, line(definition));
    String alt = node.hasChildren() ? alt(node) : draft.decoded(name(node));
    picture(destination, alt, draft.decoded(definition.getTitle()), node);
  }

  /** An address in angle brackets. */
  void bare(BasedSequence address, String scheme) {
    String words = draft.decoded(address);
    if (Destinations.judge(scheme + words) == Destinations.Verdict.ABSOLUTE && !inLink) {
      out.append("<a href=\"");
      Escape.html(out, scheme + words);
      out.append("\">");
      Escape.html(out, words);
      out.append("</a>");
    } else {
      Escape.html(out, "<" + words + ">");
    }
  }

  private void anchor(String destination, String title, Node node, Runnable content) {
    boolean allowed = !inLink && allowed(destination, node);
    if (!allowed) {
      content.run();
      return;
    }
    out.append("<a data-dest=\"").append(draft.links.size() - 1).append("\" href=\"");
    Escape.html(out, destination);
    title(title);
    out.append('>');
    inLink = true;
    content.run();
    inLink = false;
    out.append("</a>");
  }

  private void picture(String destination, String alt, String title, Node node) {
    if (!allowed(destination, node)) {
      Escape.html(out, alt);
      return;
    }
    out.append("<img data-dest=\"").append(draft.links.size() - 1).append("\" src=\"");
    Escape.html(out, destination);
    out.append("\" alt=\"");
    Escape.html(out, alt);
    out.append("\" loading=\"lazy");
    title(title);
    out.append('>');
  }

  private void title(String title) {
    if (!title.isEmpty()) {
      out.append("\" title=\"");
      Escape.html(out, title);
    }
    out.append('"');
  }

  private boolean allowed(String destination, Node node) {
    switch (Destinations.judge(destination)) {
      case HIDDEN -> draft.refuseHidden(destination, node.getStartOffset(), "an address");
      case REFUSED ->
          draft.problem(
              Code.TEXT_LINK_REFUSED,
              node.getStartOffset(),
              node.getTextLength(),
              "the address " + Escape.visible(Escape.unmask(destination)),
              "a relative path, http:, https:, mailto:, tel:, doc: or term:",
              "it is shown as text; correct the address");
      case ABSOLUTE, OWN -> {
        return true;
      }
    }
    return false;
  }

  private void note(
      LinkUse.Kind kind, BasedSequence at, Node node, String destination, OptionalInt definition) {
    int offset = at.isEmpty() ? node.getStartOffset() : at.getStartOffset();
    draft.links.add(
        new LinkUse(
            kind,
            draft.lines.line(offset),
            draft.lines.column(offset),
            at.length(),
            Escape.unmask(destination),
            definition));
  }

  private OptionalInt line(Reference definition) {
    return OptionalInt.of(draft.lines.line(definition.getStartOffset()));
  }

  private @org.jspecify.annotations.Nullable Reference definition(RefNode node) {
    return node.isDefined() ? node.getReferenceNode(references) : null;
  }

  private static BasedSequence name(RefNode node) {
    return node.getReference().isEmpty() ? node.getText() : node.getReference();
  }

  private static String alt(Node node) {
    return new TextCollectingVisitor().collectAndGetText(node);
  }
}
