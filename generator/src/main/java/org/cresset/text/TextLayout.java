package org.cresset.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Lays one text out in lines. */
final class TextLayout {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final int width;
  private final List<String> notes;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private final Deque<String> indents = new ArrayDeque<>();
  private final Deque<Integer> counters = new ArrayDeque<>();
  private final List<List<String>> rows = new ArrayList<>();
  private String marker = "";
  private String address = "";
  private int linkStart;
  private boolean gap;
  private boolean code;

  TextLayout(int width, List<String> notes) {
    this.width = width;
    this.notes = notes;
  }

  String run(SafeHtml html) {
    Html in = new Html(html.toString());
    Html.Piece piece = new Html.Piece();
    while (in.next(piece)) {
      if (!piece.tag) {
        text(piece.text());
      } else if (piece.closes()) {
        close(piece.name());
      } else {
        open(piece.name(), piece);
      }
    }
    flush(false);
    return out.toString();
  }

  /** Blanks between blocks are no words. */
  private void text(String text) {
    if (code || !words.isEmpty() || !text.isBlank()) {
      words.append(text);
    }
  }

  private void open(String name, Html.Piece tag) {
    switch (name) {
      case "p", "h2", "h3", "h4", "h5", "h6", "dt", "div", "section", "table" -> flush(true);
      case "blockquote" -> {
        flush(true);
        blank();
        gap = false;
        indents.addLast("> ");
      }
      case "pre" -> {
        flush(true);
        code = true;
        indents.addLast("    ");
      }
      case "ul", "ol" -> {
        flush(counters.isEmpty());
        String start = tag.attribute("start");
        counters.addLast(name.equals("ul") ? -1 : start.isEmpty() ? 1 : Integer.parseInt(start));
      }
      case "li", "dd" -> item(name);
      case "tr" -> rows.add(new ArrayList<>());
      case "td", "th" -> words.setLength(0);
      case "br" -> words.append('\u2028');
      case "hr" -> {
        flush(true);
        words.append("-".repeat(20));
        flush(true);
      }
      case "img" -> words.append(tag.attribute("alt"));
      case "a" -> {
        address = tag.attribute("class").equals("term") ? "" : tag.attribute("href");
        linkStart = words.length();
      }
      default -> words.append(inline(name));
    }
  }

  private void item(String name) {
    flush(false);
    if (name.equals("dd")) {
      indents.addLast("    ");
      return;
    }
    int number = counters.isEmpty() ? -1 : counters.removeLast();
    marker = number < 0 ? "- " : number + ". ";
    counters.addLast(number < 0 ? -1 : number + 1);
    indents.addLast(" ".repeat(marker.length()));
  }

  private void close(String name) {
    switch (name) {
      case "p", "div", "section" -> flush(true);
      case "h2", "h3", "h4", "h5", "h6" -> heading(name);
      case "dt" -> flush(false);
      case "li", "dd", "blockquote" -> {
        flush(false);
        indents.pollLast();
        marker = "";
        gap = gap || name.equals("blockquote");
      }
      case "ul", "ol" -> {
        counters.pollLast();
        gap = counters.isEmpty();
      }
      case "pre" -> code();
      case "td", "th" -> {
        rows.getLast().add(BLANKS.matcher(words.toString().strip()).replaceAll(" "));
        words.setLength(0);
      }
      case "table" -> table();
      case "a" -> note();
      default -> words.append(inline(name));
    }
  }

  private static String inline(String name) {
    return switch (name) {
      case "em" -> "*";
      case "strong" -> "**";
      default -> "";
    };
  }

  private void note() {
    String shown = words.substring(Math.min(linkStart, words.length()));
    if (!address.isEmpty() && !address.startsWith("#") && !address.endsWith(shown)) {
      if (!notes.contains(address)) {
        notes.add(address);
      }
      words.append(" [").append(notes.indexOf(address) + 1).append(']');
    }
  }

  private void heading(String name) {
    String text = words.toString().strip();
    flush(true);
    if (name.equals("h2")) {
      line("-".repeat(Math.min(width, WrappedText.length(text))));
    }
    gap = true;
  }

  /**
   * Writes the words so far.
   *
   * @param after whether a blank line follows
   */
  private void flush(boolean after) {
    String text = words.toString().strip();
    words.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    for (String part : text.split("\u2028", -1)) {
      String first = prefix(true);
      blank();
      WrappedText.fill(out, part, first, prefix(false), width);
      gap = false;
    }
    gap = after;
  }

  private void blank() {
    if (gap && !out.isEmpty()) {
      String quotes = prefix(false).stripTrailing();
      out.append(quotes.contains(">") ? quotes : "").append('\n');
    }
  }

  private String prefix(boolean first) {
    String all = String.join("", indents);
    if (first && !marker.isEmpty()) {
      all = all.substring(0, all.length() - marker.length()) + marker;
      marker = "";
    }
    return all;
  }

  private void line(String text) {
    out.append((prefix(true) + text).stripTrailing()).append('\n');
  }

  private void code() {
    blank();
    gap = false;
    words.toString().lines().forEach(this::line);
    words.setLength(0);
    indents.pollLast();
    code = false;
    gap = true;
  }

  private void table() {
    blank();
    gap = false;
    new TextTable(rows, width - prefix(false).length()).lines().forEach(this::line);
    rows.clear();
    gap = true;
  }
}
