package org.cresset.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cresset.problem.Code;
import org.cresset.problem.Span;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What to quote where plain YAML trips people. */
final class YamlHints {
  private static final Pattern KEY_VALUE =
      Pattern.compile("^(\\s*(?:- +)?[\\w-]+: +|\\s*- +)(.*)$");

  /** A version range within braces or brackets, up to the comma or bracket after it. */
  private static final Pattern RANGE =
      Pattern.compile(
          "([{,] *[\\w-]+: +|[\\[,] *)([<>]=?[^,{}\\[\\]\"']*[^,{}\\[\\]\"'\\s])(?= *[,}\\]])");

  /** A value that begins with a double quote, and no other one after it. */
  private static final Pattern OPEN =
      Pattern.compile("^\\s*(?:- +)?[\\w-]+: +\"(?:[^\"\\\\]|\\\\.)*$");

  /** A group or a star within brackets or braces: YAML has another use for the sign. */
  private static final Pattern SIGN =
      Pattern.compile("([{,] *[\\w-]+: +|[\\[,] *)(@[\\w.-]+|[*])(?= *[,}\\]])");

  private YamlHints() {}

  /** A line as it should read, and the column, from 1, of the value that trips. */
  record Mended(String line, int column) {}

  /** Reports a parse error at its line, with the line as it should read where that is plain. */
  static void report(Text text, int firstLine, MarkedYamlEngineException error) {
    for (int line : suspects(firstLine, error)) {
      Optional<Mended> mended = mend(text.sourceLine(text.at(line, 1)));
      if (mended.isPresent()) {
        unquoted(text, line, mended.get(), "\nor run: cresset check --fix");
        return;
      }
    }
    Optional<Integer> open = open(text, firstLine, suspects(firstLine, error).getFirst());
    if (open.isPresent()) {
      text.wrong(
          Code.YAML_INVALID,
          text.at(open.get(), 1 + text.sourceLine(text.at(open.get(), 1)).indexOf('"')),
          "a quote that is not closed in its line",
          "a straight one, \", at the end of the value",
          "close it; “ and ” of word processors do not count");
      return;
    }
    // At its end a text says nothing; what was left open does.
    Optional<Mark> at = error.getProblemMark();
    boolean atEnd = at.filter(m -> m.getPointer() >= m.getBuffer().length).isPresent();
    Optional<Mark> shown = atEnd ? error.getContextMark().or(() -> at) : at;
    text.wrong(
        Code.YAML_INVALID,
        text.at(
            firstLine + shown.map(Mark::getLine).orElse(0),
            1 + shown.map(Mark::getColumn).orElse(0)),
        "what can't be read as YAML: " + error.getProblem(),
        "",
        "check quotes, brackets and indentation in this line and the one before it");
  }

  /** The first line up to the error whose value begins with a quote and has no end there. */
  private static Optional<Integer> open(Text text, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .boxed()
        .filter(line -> OPEN.matcher(text.sourceLine(text.at(line, 1))).matches())
        .findFirst();
  }

  /** The lines, counted from 1, where the mistake may be. */
  static List<Integer> suspects(int firstLine, MarkedYamlEngineException error) {
    int line = error.getProblemMark().map(Mark::getLine).orElse(0) + firstLine;
    return List.of(line, line - 1);
  }

  /** Reports an empty folded value, {@code >4}, which was meant as a range. */
  static void folded(Text text, Span at) {
    mend(text.sourceLine(at)).ifPresent(mended -> unquoted(text, at.line(), mended, ""));
  }

  private static void unquoted(Text text, int line, Mended mended, String more) {
    text.wrong(
        Code.YAML_UNQUOTED,
        text.at(line, mended.column()),
        "a value that YAML reads as something else",
        "quotes around it",
        "write: " + mended.line().strip() + more);
  }

  /** The line with its value in double quotes, if the value needs them. */
  static Optional<Mended> mend(String line) {
    for (Pattern inBrackets : List.of(RANGE, SIGN)) {
      Matcher m = inBrackets.matcher(line);
      if (m.find()) {
        int column = m.start(2) + 1;
        return Optional.of(new Mended(m.replaceAll("$1\"$2\""), column));
      }
    }
    Matcher m = KEY_VALUE.matcher(line);
    if (!m.matches() || !needsQuotes(m.group(2).strip())) {
      return Optional.empty();
    }
    String value = m.group(2).strip().replace("\\", "\\\\").replace("\"", "\\\"");
    return Optional.of(new Mended(m.group(1) + '"' + value + '"', m.start(2) + 1));
  }

  private static boolean needsQuotes(String value) {
    // After a blank, # begins a comment: whether it was meant so, only the author knows.
    if (value.isEmpty() || value.contains(" #")) {
      return false;
    }
    boolean range = value.matches("[<>]=?\\s*[\\w.].*");
    boolean colon = "\"'[{|>".indexOf(value.charAt(0)) < 0 && value.matches(".*:( .*)?");
    boolean special = "@`%*&!".indexOf(value.charAt(0)) >= 0;
    return range || colon || special;
  }
}
