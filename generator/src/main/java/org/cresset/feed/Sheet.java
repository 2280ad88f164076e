package org.cresset.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cresset.text.SafeHtml;
import org.cresset.text.WrappedText;

/** A text of 72 columns being set: headings, fields, paragraphs. */
final class Sheet {
  static final int WIDTH = 72;
  private static final int LABEL = 16;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final WrappedText text = new WrappedText(WIDTH);
  private final StringBuilder out = new StringBuilder();

  static String time(Instant time) {
    return TIME.format(time);
  }

  void rule() {
    out.append("=".repeat(WIDTH)).append('\n');
  }

  /** Words at the left and at the right edge. */
  void edges(String left, String right) {
    int gap = WIDTH - left.length() - right.length();
    if (gap < 2) {
      paragraph(left, "");
      paragraph(right, "");
    } else {
      out.append(left).append(" ".repeat(gap)).append(right).append('\n');
    }
  }

  void heading(String words) {
    gap();
    String line = words.toUpperCase(Locale.ROOT);
    out.append(line).append('\n').append("-".repeat(line.length())).append("\n\n");
  }

  void field(String label, String value) {
    String first = "  " + label + " ".repeat(Math.max(1, LABEL - label.length()));
    out.append(text.fill(value, first, " ".repeat(LABEL + 2)));
  }

  void paragraph(String words, String indent) {
    out.append(text.fill(words, indent, indent));
  }

  void item(String words, String first, String rest) {
    out.append(text.fill(words, first, rest));
  }

  /** A command or other line that must not be filled. */
  void verbatim(String line) {
    out.append("  ").append(line).append('\n');
  }

  void html(SafeHtml html, String indent) {
    out.append(text.of(html, indent));
  }

  void gap() {
    if (!out.isEmpty() && out.indexOf("\n\n", out.length() - 2) < 0) {
      out.append('\n');
    }
  }

  /** The addresses that the numbers in brackets stand for. */
  void notes() {
    if (!text.notes().isEmpty()) {
      heading("Links in the text");
      for (int i = 0; i < text.notes().size(); i++) {
        item(text.notes().get(i), "  [" + (i + 1) + "] ", "      ");
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
