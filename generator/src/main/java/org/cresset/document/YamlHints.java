package org.cresset.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.problem.Code;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What to quote where plain YAML trips people. */
final class YamlHints {
  private static final Pattern KEY_VALUE = Pattern.compile("^(\\s*(?:- )?[\\w-]+: )(.*)$");

  private YamlHints() {}

  /** Reports a parse error at its line, with the line as it should read where that is plain. */
  static void report(Text text, int firstLine, MarkedYamlEngineException error) {
    int line = error.getProblemMark().map(m -> m.getLine()).orElse(0) + firstLine;
    int column = error.getProblemMark().map(m -> m.getColumn()).orElse(0) + 1;
    for (int candidate : new int[] {line, line - 1}) {
      Optional<String> mended = mend(text.sourceLine(text.at(candidate, 1)));
      if (mended.isPresent()) {
        text.wrong(
            Code.YAML_UNQUOTED,
            text.at(candidate, column),
            "a value that YAML reads as something else",
            "quotes around it",
            "write: " + mended.get().strip());
        return;
      }
    }
    text.wrong(
        Code.YAML_INVALID,
        text.at(line, column),
        error.getProblem(),
        "YAML",
        "check quotes, brackets and indentation in this line and the one before it");
  }

  /** The line with its value in double quotes, if the value needs them. */
  static Optional<String> mend(String line) {
    Matcher m = KEY_VALUE.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    String value = m.group(2).strip();
    boolean range = value.matches("[<>]=?\\s*[\\w.].*");
    boolean colon =
        !value.isEmpty() && "\"'[{|>".indexOf(value.charAt(0)) < 0 && value.contains(": ");
    boolean special = !value.isEmpty() && "@`%*&!".indexOf(value.charAt(0)) >= 0;
    if (!range && !colon && !special) {
      return Optional.empty();
    }
    return Optional.of(m.group(1) + '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
  }
}
