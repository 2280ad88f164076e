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

  /** The parts; empty, with a problem, where there is no front matter. */
  static Optional<Parts> of(Text text, String content) {
    if (!content.startsWith("---\n")) {
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

  /** The bytes as text with LF line ends; empty, with a problem, where they are not UTF-8 text. */
  static Optional<String> decode(String path, byte[] bytes, List<Problem> problems) {
    try {
      String content =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (content.indexOf('\0') < 0) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        return Optional.of(
            text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'));
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
}
