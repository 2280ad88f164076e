package org.cresset.text;

/**
 * HTML that may be put on a page as it is. Only this package makes it, from texts that went through
 * the sanitiser.
 */
public final class SafeHtml {
  /** Nothing. */
  public static final SafeHtml EMPTY = new SafeHtml("");

  private final String html;

  SafeHtml(String html) {
    this.html = html;
  }

  public boolean isEmpty() {
    return html.isEmpty();
  }

  /** Whether it is a single paragraph without links. */
  public boolean isOneParagraph() {
    return html.startsWith("<p>")
        && html.indexOf("</p>") == html.length() - "</p>\n".length()
        && !html.contains("<a ");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeHtml safe && safe.html.equals(html);
  }

  @Override
  public int hashCode() {
    return html.hashCode();
  }

  /** The HTML itself. */
  @Override
  public String toString() {
    return html;
  }
}
