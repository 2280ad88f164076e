package org.cresset.text;

/** Text into HTML, with addresses that stand bare in it made links. */
final class TextWriter {
  private final StringBuilder out;

  TextWriter(StringBuilder out) {
    this.out = out;
  }

  /** Text outside links. */
  void linked(String text) {
    int done = 0;
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", Math.max(at + 3, done))) {
      int start = schemeStart(text, at, done);
      int end = start < 0 ? -1 : end(text, at + 3);
      if (end > at + 3) {
        Escape.html(out, text, done, start);
        link(text.substring(start, end));
        done = end;
      }
    }
    Escape.html(out, text, done, text.length());
  }

  private void link(String address) {
    if (Destinations.judge(address) != Destinations.Verdict.ABSOLUTE) {
      Escape.html(out, address);
      return;
    }
    String escaped = Escape.html(address);
    out.append("<a href=\"").append(escaped).append("\">").append(escaped).append("</a>");
  }

  private static int schemeStart(String text, int colon, int from) {
    for (String scheme : new String[] {"https", "http"}) {
      int start = colon - scheme.length();
      if (start >= from
          && text.regionMatches(true, start, scheme, 0, scheme.length())
          && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
        return start;
      }
    }
    return -1;
  }

  /** Where the address ends, by the rules of GitHub's autolinks. */
  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && !endsAddress(text.charAt(end))) {
      end++;
    }
    while (end > from && isTrailing(text, from, end)) {
      end--;
    }
    boolean host = end > from && Character.isLetterOrDigit(text.charAt(from));
    return host || (end > from && text.charAt(from) == '[') ? end : -1;
  }

  private static boolean endsAddress(char c) {
    return c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' || c >= 0x7F && hides(c);
  }

  private static boolean hides(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (Escape.isHidden(c) && !Character.isSurrogate(c));
  }

  private static boolean isTrailing(String text, int from, int end) {
    char last = text.charAt(end - 1);
    if (last != ')' && last != ']') {
      return "?!.,:;*_~'\u2019\u201D\u3002".indexOf(last) >= 0;
    }
    char open = last == ')' ? '(' : '[';
    int depth = 0;
    for (int i = from; i < end; i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == last ? -1 : 0;
    }
    return depth < 0;
  }
}
