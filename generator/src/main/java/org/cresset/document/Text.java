package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** A source file's text, and where its problems are collected. Lines and columns count from 1. */
final class Text {
  private final String path;
  private final String content;
  private final List<Problem> problems = new ArrayList<>();
  private boolean draft;

  Text(String path, String content) {
    this.path = path;
    this.content = content;
  }

  String path() {
    return path;
  }

  /** Whether the file lies encrypted in the repository. */
  boolean encrypted() {
    return path.endsWith(".asc");
  }

  List<Problem> problems() {
    return problems;
  }

  /** From here on what is merely missing is a warning. */
  void setDraft() {
    draft = true;
  }

  Span at(int line, int column) {
    return Span.at(path, line, column);
  }

  void wrong(Code code, Span at, String found, String expected, String help) {
    problems.add(Problem.of(code, at, found, expected, help).withSource(sourceLine(at)));
  }

  void warn(Code code, Span at, String found, String expected, String help) {
    problems.add(
        Problem.of(code, at, found, expected, help).asWarning().withSource(sourceLine(at)));
  }

  void missing(Code code, Span at, String found, String expected, String help) {
    Problem problem = Problem.of(code, at, found, expected, help).withSource(sourceLine(at));
    problems.add(draft ? problem.asWarning() : problem);
  }

  String sourceLine(Span at) {
    return at.line() < 1 ? "" : content.lines().skip(at.line() - 1L).findFirst().orElse("");
  }
}
