package org.cresset.text;

/** The words of our HTML. */
public final class PlainText {
  private PlainText() {}

  /** Words for search and feeds: blocks on lines of their own, cells apart. */
  public static String of(SafeHtml html) {
    StringBuilder out = new StringBuilder(html.toString().length());
    Html in = new Html(html.toString());
    Html.Piece piece = new Html.Piece();
    while (in.next(piece)) {
      if (!piece.tag) {
        text(out, piece.text());
        continue;
      }
      switch (piece.name()) {
        case "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote" ->
            line(out);
        case "pre", "hr", "br", "table", "tr", "div", "section" -> line(out);
        case "td", "th" -> out.append(piece.closes() ? " " : "");
        case "img" -> out.append(piece.attribute("alt"));
        default -> {}
      }
    }
    return out.toString().strip();
  }

  /** The words of inline HTML on one line. */
  static String line(String inline) {
    if (inline.indexOf('<') < 0) {
      return Html.decode(inline);
    }
    int note = inline.indexOf("<sup class=\"footnote-ref\">");
    while (note >= 0) {
      inline = inline.substring(0, note) + inline.substring(inline.indexOf("</sup>", note) + 6);
      note = inline.indexOf("<sup class=\"footnote-ref\">");
    }
    return of(new SafeHtml(inline)).replace('\n', ' ');
  }

  private static void text(StringBuilder out, String text) {
    boolean lineStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    out.append(lineStart ? text.stripLeading() : text);
  }

  private static void line(StringBuilder out) {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    if (end > 0 && out.charAt(end - 1) != '\n') {
      out.append('\n');
    }
  }
}
