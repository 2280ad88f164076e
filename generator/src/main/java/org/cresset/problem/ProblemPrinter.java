package org.cresset.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Problems as people read them: {@code path:line:column: error[code]: found, expected …}, the
 * source line with a caret under the place, {@code help:} with the remedy, {@code note:} with each
 * related place. Nothing of the input reaches the terminal but visible characters.
 */
public final class ProblemPrinter {
  /** How much of a source line is shown before and after the column, in UTF-16 units. */
  private static final int MARGIN = 80;

  private static final String BOLD = "1";
  private static final String RED = "1;31";
  private static final String YELLOW = "1;33";
  private static final String GREEN = "1;32";
  private static final String CYAN = "1;36";

  private final boolean colour;

  public ProblemPrinter(boolean colour) {
    this.colour = colour;
  }

  /** All of them in the order of their places; empty where there are none. */
  public String text(Collection<Problem> problems) {
    StringBuilder out = new StringBuilder();
    problems.stream().distinct().sorted().forEach(p -> append(out, p));
    return out.toString();
  }

  /** How many there are, such as {@code 2 errors, 1 warning}; empty where there are none. */
  public String summary(Collection<Problem> problems) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = problems.stream().distinct().filter(p -> p.severity() == severity).count();
      if (count > 0) {
        parts.add(paint(colour(severity), count + " " + word(severity) + (count == 1 ? "" : "s")));
      }
    }
    return parts.isEmpty() ? "" : String.join(", ", parts) + "\n";
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case NOTE -> CYAN;
    };
  }

  /** What stopped a command, with its remedy. */
  public String failure(Failure failure) {
    return paint(RED, "error:") + " " + Visible.line(failure.text()) + "\n" + help(failure.help());
  }

  private void append(StringBuilder out, Problem p) {
    out.append(paint(BOLD, Visible.line(p.at().toString()) + ":")).append(' ');
    out.append(paint(colour(p.severity()), word(p.severity()) + "[" + p.code().id() + "]:"))
        .append(' ');
    out.append(shown(sentence(p))).append('\n');
    if (!p.source().isEmpty() && p.at().line() > 0) {
      quote(out, p);
    }
    out.append(help(p.help()));
    for (Span related : p.related()) {
      out.append(paint(CYAN, "note:")).append(" see also ");
      out.append(Visible.line(related.toString())).append('\n');
    }
  }

  /** What was found and what was expected, as one sentence without its full stop. */
  static String sentence(Problem p) {
    return p.expected().isEmpty() ? p.found() : p.found() + ", expected " + p.expected();
  }

  private String help(String help) {
    StringBuilder out = new StringBuilder();
    String lead = paint(CYAN, "help:") + " ";
    for (String line : help.lines().toList()) {
      out.append(lead).append(Visible.line(line)).append('\n');
      lead = "      ";
    }
    return out.toString();
  }

  /** As {@link Visible#line}; a blank that only looks like one is what trips people. */
  private static String shown(String text) {
    return Visible.line(text).replace("\u00a0", "<U+00A0>");
  }

  private void quote(StringBuilder out, Problem p) {
    String line = p.source();
    int column = Math.clamp(p.at().column() - 1L, 0, line.length());
    int end = Math.clamp((long) column + p.at().length(), column, line.length());
    int from = column <= 2 * MARGIN ? 0 : whole(line, column - MARGIN);
    int to = whole(line, Math.min(line.length(), Math.max(column, from) + 2 * MARGIN));
    String before = (from > 0 ? "…" : "") + shown(line.substring(from, column));
    String marked = shown(line.substring(column, Math.min(end, to)));
    String after = shown(line.substring(Math.min(end, to), to));
    out.append("    ").append((before + marked + after).stripTrailing());
    out.append(to < line.length() ? "…\n" : "\n");
    out.append("    ").append(" ".repeat(Visible.width(before)));
    out.append(paint(GREEN, "^".repeat(Math.max(1, Visible.width(marked))))).append('\n');
  }

  /** The index, or the one before it where it would cut a character in two. */
  private static int whole(String line, int index) {
    boolean cuts =
        index > 0
            && index < line.length()
            && Character.isLowSurrogate(line.charAt(index))
            && Character.isHighSurrogate(line.charAt(index - 1));
    return cuts ? index - 1 : index;
  }

  private String paint(String style, String text) {
    return colour ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }
}
