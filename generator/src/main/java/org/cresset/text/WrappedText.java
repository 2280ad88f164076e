package org.cresset.text;

import java.util.ArrayList;
import java.util.List;

/**
 * HTML of ours as plain text for mail: filled to a width, links as numbered notes that several
 * texts share. Lines of code and addresses are never broken, so a line may be longer where they
 * are.
 */
public final class WrappedText {
  private final int width;
  private final List<String> notes = new ArrayList<>();

  public WrappedText(int width) {
    this.width = width;
  }

  /**
   * A woven text whose links are absolute.
   *
   * @param indent put before each line
   * @return lines ending with LF, or nothing
   */
  public String of(SafeHtml html, String indent) {
    String text = new TextLayout(width - indent.length(), notes).run(html);
    if (indent.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + text.length() / 4);
    text.lines()
        .forEach(line -> out.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
    return out.toString();
  }

  /** The addresses of the notes, the first numbered 1. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Words filled to the width, what can't be seen made visible.
   *
   * @param first before the first line
   * @param rest before the others
   * @return lines ending with LF; just the first prefix where there are no words
   */
  public String fill(String words, String first, String rest) {
    return fill(Escape.visible(words), first, rest, width);
  }

  static String fill(String words, String first, String rest, int width) {
    StringBuilder out = new StringBuilder(words.length() + words.length() / 8 + first.length() + 1);
    fill(out, words, first, rest, width);
    return out.toString();
  }

  static void fill(StringBuilder out, String words, String first, String rest, int width) {
    String text = words.strip();
    if (text.isEmpty()) {
      out.append(first.stripTrailing()).append('\n');
      return;
    }
    out.append(first);
    int column = length(first);
    boolean empty = true;
    int at = 0;
    do {
      int end = at;
      while (end < text.length() && !isBlank(text.charAt(end))) {
        end++;
      }
      int needed = text.codePointCount(at, end);
      if (!empty && column + 1 + needed > width) {
        out.append('\n').append(rest);
        column = length(rest);
        empty = true;
      }
      out.append(empty ? "" : " ").append(text, at, end);
      column += needed + (empty ? 0 : 1);
      empty = false;
      for (at = end; at < text.length() && isBlank(text.charAt(at)); ) {
        at++;
      }
    } while (at < text.length());
    out.append('\n');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
