package org.cresset.feed;

import org.cresset.text.Escape;

/** XML 1.0 text, indented. Characters that XML does not allow are shown by their number. */
final class Xml {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private int depth;

  /** A start tag; attributes are names and values in turn. */
  void open(String name, String... attributes) {
    tag(name, attributes);
    out.append(">\n");
    depth++;
  }

  void close(String name) {
    depth--;
    indent();
    out.append("</").append(name).append(">\n");
  }

  void empty(String name, String... attributes) {
    tag(name, attributes);
    out.append("/>\n");
  }

  void text(String name, String text, String... attributes) {
    tag(name, attributes);
    out.append('>').append(escape(text)).append("</").append(name).append(">\n");
  }

  private void tag(String name, String... attributes) {
    indent();
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
  }

  private void indent() {
    out.append("  ".repeat(depth));
  }

  private static String escape(String text) {
    return Escape.visible(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
