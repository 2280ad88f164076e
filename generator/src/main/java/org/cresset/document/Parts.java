package org.cresset.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** A source file taken apart: its front matter and its body, with the lines where they begin. */
record Parts(String front, int frontLine, String body, int bodyLine) {
  private static final String OURS = "<<<<<<< ";

  /** The parts; empty, with a problem, where there is no front matter. */
  static Optional<Parts> of(Text text, String content) {
    if (!content.startsWith("---\n")) {
      if (text.sourceLine(text.at(1, 1)).strip().equals("---")) {
        blanks(text, Code.FRONT_MATTER_MISSING, 1);
        return Optional.empty();
      }
      text.wrong(
          Code.FRONT_MATTER_MISSING,
          text.at(1, 1),
          "no front matter",
          "--- in the first line",
          "begin with ---, the keys title and classification, and --- again");
      return Optional.empty();
    }
    int end = content.startsWith("---\n", 4) ? 4 : content.indexOf("\n---\n", 3) + 1;
    if (end == 0 && content.endsWith("\n---")) {
      end = content.length() - 3;
    }
    if (end == 0) {
      List<String> lines = content.lines().toList();
      for (int i = 1; i < lines.size(); i++) {
        if (lines.get(i).strip().equals("---")) {
          blanks(text, Code.FRONT_MATTER_UNCLOSED, i + 1);
          return Optional.empty();
        }
      }
      text.wrong(
          Code.FRONT_MATTER_UNCLOSED,
          text.at(1, 1),
          "front matter without its end",
          "a second line ---",
          "write --- on a line of its own after the last key");
      return Optional.empty();
    }
    String front = content.substring(4, end);
    String body = content.substring(Math.min(content.length(), end + 4));
    int bodyLine = 3 + (int) front.lines().count();
    return Optional.of(new Parts(front, 2, body, bodyLine));
  }

  private static void blanks(Text text, Code code, int line) {
    text.wrong(
        code, text.at(line, 1), "--- with blanks in its line", "--- alone", "remove the blanks");
  }

  /**
   * The bytes as text with LF line ends; empty, with a problem, where they are not UTF-8 text, or
   * hold the marks that {@code git merge} puts around what it can't settle.
   */
  static Optional<String> decode(String path, byte[] bytes, List<Problem> problems) {
    try {
      String content =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (content.indexOf('\0') < 0) {
        String marked = content.startsWith("\uFEFF") ? content.substring(1) : content;
        String text =
            marked.indexOf('\r') < 0 ? marked : marked.replace("\r\n", "\n").replace('\r', '\n');
        return isUnmerged(path, text, problems) ? Optional.empty() : Optional.of(text);
      }
    } catch (CharacterCodingException e) {
      // Reported below, like a NUL byte.
    }
    problems.add(
        Problem.of(
            Code.SOURCE_NOT_TEXT,
            Span.file(path),
            "bytes that are not UTF-8 text",
            "Markdown in UTF-8",
            "save it as UTF-8; binary files belong beside an index.md as attachments"));
    return Optional.empty();
  }

  private static boolean isUnmerged(String path, String text, List<Problem> problems) {
    int start = text.startsWith(OURS) ? 0 : text.indexOf("\n" + OURS) + 1;
    boolean found =
        text.startsWith(OURS, start)
            && text.indexOf("\n=======\n", start) > 0
            && text.indexOf("\n>>>>>>> ", start) > 0;
    if (found) {
      int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
      problems.add(
          Problem.of(
                  Code.SOURCE_UNMERGED,
                  Span.at(path, line, 1),
                  "the marks of a merge that is not settled",
                  "one content",
                  "keep what is right and remove the marks; an example of such marks is indented")
              .withSource(text.substring(start).lines().findFirst().orElse("")));
    }
    return found;
  }
}
