package org.cresset.text;

/** Our own HTML read again: tags and text in turn. Every {@code <} begins a tag. */
final class Html {
  private final String html;
  private int at;

  Html(String html) {
    this.html = html;
  }

  /** Goes to the next piece; false at the end. */
  boolean next(Piece piece) {
    if (at >= html.length()) {
      return false;
    }
    piece.html = html;
    piece.start = at;
    piece.tag = html.charAt(at) == '<';
    int end = piece.tag ? html.indexOf('>', at) + 1 : html.indexOf('<', at);
    at = end <= 0 ? html.length() : end;
    piece.end = at;
    return true;
  }

  /** A tag with its brackets, or the text between two tags. */
  static final class Piece {
    private String html = "";
    int start;
    int end;
    boolean tag;

    /** A tag at a known place. */
    static Piece of(String html, int start, int end) {
      Piece piece = new Piece();
      piece.html = html;
      piece.start = start;
      piece.end = end;
      piece.tag = true;
      return piece;
    }

    /** Whether a tag closes its element. */
    boolean closes() {
      return html.charAt(start + 1) == '/';
    }

    /** The name of a tag's element. */
    String name() {
      int from = closes() ? start + 2 : start + 1;
      int blank = html.indexOf(' ', from, end);
      return html.substring(from, blank < 0 ? end - 1 : blank);
    }

    /** The decoded value of an attribute, or empty. */
    String attribute(String name) {
      int from = html.indexOf(" " + name + "=\"", start, end);
      if (from < 0) {
        return "";
      }
      int value = from + name.length() + 3;
      return decode(html.substring(value, html.indexOf('"', value)));
    }

    String text() {
      return decode(html.substring(start, end));
    }
  }

  /** The four entities that we write, and the numeric ones that the sanitiser writes. */
  static String decode(String text) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (; amp >= 0; amp = text.indexOf('&', done)) {
      int end = text.indexOf(';', amp);
      String name = end < 0 ? "" : text.substring(amp + 1, end);
      out.append(text, done, amp).append(entity(name));
      done = end < 0 ? amp + 1 : end + 1;
    }
    return out.append(text, done, text.length()).toString();
  }

  private static String entity(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "amp", "" -> "&";
      default ->
          name.matches("#[0-9]{1,7}")
              ? Character.toString(Integer.parseInt(name.substring(1)))
              : "&" + name + ";";
    };
  }
}
