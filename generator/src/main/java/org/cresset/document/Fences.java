package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.cresset.marking.Classification;
import org.cresset.problem.Code;
import org.cresset.problem.Span;
import org.jspecify.annotations.Nullable;

/** Finds fences by lines, before Markdown and also inside code. */
public final class Fences {
  // Blanks and line ends as editors show them, not only those of Markdown.
  private static final Pattern LOOKALIKE =
      Pattern.compile("(?s)(?:.*[\\u0085\\u2028\\u2029])?[\\p{Z}\\p{Cc}\\p{Cf}>]*:::.*");

  private Fences() {}

  /**
   * The fences of a text that has been checked already, such as a Markdown value in front matter.
   */
  public static List<Fence> find(String markdown) {
    return markdown.contains(":::")
        ? find(new Text("", ""), markdown.lines().toList(), i -> Span.at("", 1 + i, 1))
        : List.of();
  }

  /** Whether a line opens or closes a fence, or is near enough to be meant so. */
  static boolean looksLikeOne(String line) {
    return LOOKALIKE.matcher(line).matches();
  }

  /** What stands outside all fences: the text that every reader of the document may see. */
  public static String outside(String markdown) {
    List<Fence> fences = find(markdown);
    if (fences.isEmpty()) {
      return markdown;
    }
    List<String> kept = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int line = i;
      if (fences.stream().noneMatch(f -> f.open() <= line && line <= f.close())) {
        kept.add(lines.get(i));
      }
    }
    return String.join("\n", kept);
  }

  /**
   * The fences of a Markdown text.
   *
   * @param place where each of its lines begins in the file
   */
  static List<Fence> find(Text text, List<String> lines, IntFunction<Span> place) {
    List<Fence> fences = new ArrayList<>();
    @Nullable Fence open = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!LOOKALIKE.matcher(line).matches()) {
        continue;
      }
      Span start = place.apply(i);
      Span at = new Span(text.path(), start.line(), start.column(), line.length());
      if (line.equals(":::")) {
        if (open == null) {
          wrong(
              text,
              at,
              "a closing ::: without an opening one",
              "a fence that is open",
              "remove it");
        } else {
          fences.add(closed(open, i));
        }
        open = null;
      } else if (open != null && line.strip().equals(":::")) {
        wrong(
            text,
            at,
            "a closing ::: with blanks " + (line.startsWith(":") ? "after" : "before") + " it",
            "::: and nothing else in its line",
            "remove the blanks");
      } else if (open != null) {
        text.wrong(
            Code.FENCE_NESTED,
            at,
            "'" + line.strip() + "' inside the fence of line " + open.at().line(),
            ":::",
            "close the first fence before; fences do not nest");
      } else {
        open = opening(text, line, i, at);
      }
    }
    if (open != null) {
      text.wrong(
          Code.FENCE_UNCLOSED,
          open.at(),
          "a fence without its closing line",
          "::: at the start of a line of its own",
          "add a line ::: where the passage ends");
      fences.add(closed(open, lines.size()));
    }
    return List.copyOf(fences);
  }

  private static Fence closed(Fence open, int line) {
    return new Fence(open.open(), line, open.classification(), open.audiences(), open.at());
  }

  private static @Nullable Fence opening(Text text, String line, int index, Span at) {
    String[] words = line.stripTrailing().split(" +");
    Optional<Classification> classification =
        line.startsWith("::: ") && words.length > 1
            ? Classification.of(words[1])
            : Optional.empty();
    if (classification.isEmpty() || classification.get() == Classification.PUBLIC) {
      wrong(
          text,
          at,
          "'" + line.strip() + "'",
          "::: at the start of the line, a space, a classification narrower than public, and audiences",
          "write for example '::: sensitive partner-cert', or ::: alone to close");
      // Kept as the narrowest readable fence, so that nothing inside is ever shown by mistake.
      return line.startsWith(":::")
          ? new Fence(index, index, Classification.HIGHLY_SENSITIVE, List.of(), at)
          : null;
    }
    boolean here = classification.get() == Classification.HIGHLY_SENSITIVE && text.encrypted();
    if (classification.get().compareTo(Classification.HIGHLY_SENSITIVE) >= 0 && !here) {
      text.wrong(
          Code.HIGHLY_SENSITIVE_PLAIN,
          at,
          "a " + classification.get().token() + " passage in a plain file",
          "no such text in a plain file",
          classification.get() == Classification.CLASSIFIED
              ? "remove it; held_elsewhere may say who has it"
              : "move it into a file of its own and run: cresset encrypt FILE");
    }
    return new Fence(
        index, index, classification.get(), List.of(words).subList(2, words.length), at);
  }

  private static void wrong(Text text, Span at, String found, String expected, String help) {
    text.wrong(Code.FENCE_MALFORMED, at, found, expected, help);
  }
}
