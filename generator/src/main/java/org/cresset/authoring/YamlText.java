package org.cresset.authoring;

import org.cresset.problem.Failure;
import org.cresset.problem.Visible;

/** Text of a person as a YAML scalar. */
final class YamlText {
  private static final int LONGEST = 1000;

  private YamlText() {}

  /** In double quotes, so that nothing in it means anything to YAML (YAML 1.2.2, section 7.3.1). */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * The text without blanks around it.
   *
   * @param what names it in messages, such as {@code the title}
   * @throws Failure USAGE if it is empty, too long, or not one line of visible characters
   */
  static String line(String what, String text) {
    String line = text.strip();
    if (line.isEmpty()) {
      throw usage(what + " is empty", "say it in a few words");
    }
    if (line.length() > LONGEST) {
      throw usage(
          what + " has " + line.length() + " characters, expected at most " + LONGEST,
          "put the details into the body");
    }
    if (line.codePoints().anyMatch(Visible::isUnsafe)) {
      throw usage(
          what + " is '" + Visible.line(line) + "', expected one line of visible characters",
          "type it again rather than paste it");
    }
    return line;
  }

  static Failure usage(String message, String help) {
    return new Failure(Failure.Kind.USAGE, message, help);
  }
}
