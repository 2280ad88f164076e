package org.cresset.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemPrinterTest {
  private final ProblemPrinter plain = new ProblemPrinter(false);

  private static Problem problem(Span at, String found, String source) {
    return Problem.of(Code.SOURCE_NOT_TEXT, at, found, "text", "save it again").withSource(source);
  }

  @Test
  void showsPlaceLineCaretHelpAndRelatedPlaces() {
    Problem problem =
        Problem.of(
                Code.SOURCE_CASE_TWIN,
                new Span("content/a.md", 5, 11, 4),
                "severity is 'hihg'",
                "one of low, high",
                "did you mean 'high'?")
            .withSource("severity: hihg")
            .withRelated(List.of(Span.at("content/b.md", 3, 1)));
    assertThat(plain.text(List.of(problem)))
        .isEqualTo(
            """
            content/a.md:5:11: error[source-case-twin]: severity is 'hihg', expected one of low, high
                severity: hihg
                          ^^^^
            help: did you mean 'high'?
            note: see also content/b.md:3:1
            """);
  }

  @Test
  void noLineOfAnEncryptedFileIsShown() {
    Problem problem =
        problem(Span.at("content/a.md.asc", 5, 11), "x", "").withSource("the second address");
    assertThat(plain.text(List.of(problem))).contains("a.md.asc:5:11").doesNotContain("address");
  }

  @Test
  void sortsByPlaceAndNamesEachProblemOnce() {
    Problem second = problem(Span.at("b.md", 1, 1), "x", "");
    Problem first = problem(Span.at("a.md", 9, 1), "x", "");
    Problem whole = problem(Span.file("a.md"), "x", "");
    assertThat(
            plain.text(List.of(second, first, whole, second)).lines().filter(l -> l.contains("[")))
        .containsExactly(
            "a.md: error[source-not-text]: x, expected text",
            "a.md:9:1: error[source-not-text]: x, expected text",
            "b.md:1:1: error[source-not-text]: x, expected text");
    assertThat(plain.summary(List.of(second, first, whole.asWarning(), second)))
        .isEqualTo("2 errors, 1 warning\n");
    assertThat(plain.text(List.of())).isEmpty();
  }

  @Test
  void nothingThatSteersATerminalGetsThrough() {
    String nasty = "a\u001b[31m\u202Eb\u200B\u0007\u009B\r\n\uD800\u2028";
    Problem problem =
        Problem.of(Code.SOURCE_CORRUPT, Span.at(nasty, 1, 1), nasty, nasty, nasty)
            .withSource(nasty)
            .withRelated(List.of(Span.file(nasty)));
    String text = plain.text(List.of(problem));
    assertThat(text.replace("\n", "").codePoints()).noneMatch(Visible::isUnsafe);
    assertThat(text).contains("a<U+001B>[31m<U+202E>b<U+200B><U+0007><U+009B><U+000D><U+000A>");
    Failure failure = new Failure(Failure.Kind.USAGE, nasty, nasty);
    assertThat(plain.failure(failure).replace("\n", "").codePoints()).noneMatch(Visible::isUnsafe);
  }

  @Test
  void theCaretStandsUnderTheColumnAlsoAfterShownControlsAndWideCharacters() {
    String text = plain.text(List.of(problem(new Span("a.md", 1, 4, 1), "x", "\t\u202E漢x")));
    List<String> lines = text.lines().toList();
    assertThat(lines.get(1)).isEqualTo("     <U+202E>漢x");
    assertThat(lines.get(2)).isEqualTo("    " + " ".repeat(1 + 8 + 2) + "^");
  }

  @Test
  void ofAVeryLongLineOnlyThePartAroundTheColumnIsShown() {
    String line = "x".repeat(5000) + "HERE" + "y".repeat(5000);
    String text = plain.text(List.of(problem(new Span("a.md", 1, 5001, 4), "x", line)));
    List<String> lines = text.lines().toList();
    assertThat(lines.get(1)).hasSizeLessThan(300).contains("xHEREy").startsWith("    …x");
    assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("HERE"));
  }

  @Test
  void aColumnBeyondTheLineIsHarmless() {
    String text = plain.text(List.of(problem(new Span("a.md", 1, 40, 9), "x", "short")));
    assertThat(text).contains("    short\n         ^\n");
  }

  @Test
  void coloursOnlyWhenAsked() {
    Problem problem = problem(Span.at("a.md", 1, 1), "x", "abc");
    String coloured = new ProblemPrinter(true).text(List.of(problem));
    assertThat(coloured).contains("\u001b[1;31merror[source-not-text]:\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(plain.text(List.of(problem)));
  }
}
