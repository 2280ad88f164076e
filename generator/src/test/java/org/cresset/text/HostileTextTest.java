package org.cresset.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.cresset.model.MarkedText;
import org.cresset.problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to stop a parser. */
class HostileTextTest {
  private static Rendered render(String markdown) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> new Markdown().render(MarkedText.of(markdown)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](",
        "[a",
        "![[]()",
        "*a **a ",
        "*a_ ",
        "<a ",
        "<!--",
        "`a``",
        "> ",
        "- ",
        "[^a]",
        "](",
        "\\\\a",
        "a\n: b\n",
        "|a|\n",
        "- a\n",
        "!!! note\n    ",
        "x\n  ",
        "&#",
        "[^1]: ",
        "http://"
      })
  void endsWhateverIsRepeated(String part) {
    String line = part.repeat(160 / part.length()) + (part.contains("\n") ? "" : "\n");
    render(line.repeat(1_500));
    render(part.repeat(15_000 / part.length()));
  }

  @Test
  void longRunsAreShownAsTextWithAWarning() {
    String run = "\\\\".repeat(32);
    Rendered rendered = render("[a](" + run);
    assertThat(rendered.html().toString()).isEqualTo("<p>[a](" + run + "</p>\n");
    assertThat(rendered.problems())
        .extracting(TextProblem::code, TextProblem::line, TextProblem::column, TextProblem::length)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Code.TEXT_LONG_RUN, 0, 4, 64));
    assertThat(render("x " + "*".repeat(17) + "a").html().toString())
        .isEqualTo("<p>x " + "*".repeat(17) + "a</p>\n");
  }

  @Test
  void runsInCodeRulersUnderlinesAndTableRowsAreLeftAlone() {
    String run = "`".repeat(20) + "\n" + "\\".repeat(40) + "\n" + "`".repeat(20) + "\n\n";
    String code = "`" + "*".repeat(30) + "`\n\n";
    String rules = "*".repeat(40) + "\n\nTitle\n" + "=".repeat(40) + "\n\n";
    Rendered rendered = render(run + code + rules + "| a |\n|---|\n| " + "*".repeat(20) + " |\n");
    assertThat(rendered.problems()).isEmpty();
    assertThat(rendered.html().toString())
        .contains("<pre ", "<code>" + "*".repeat(30) + "</code>", "<hr>", "<h2 id=\"title\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "1. ", ">"})
  void deepNestingIsRefused(String marker) {
    assertThat(render(marker.repeat(32) + "x").problems()).isEmpty();
    assertThat(render(marker.repeat(33) + "x").problems())
        .extracting(TextProblem::code)
        .containsExactly(Code.TEXT_TOO_DEEP);
  }

  @Test
  void deepListsOverManyLinesAreRefused() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("  ".repeat(i)).append("- a\n");
    }
    assertThat(render(text.toString()).problems())
        .extracting(TextProblem::code)
        .containsExactly(Code.TEXT_TOO_DEEP);
  }

  @Test
  void longLinesAndTooManyReferencesAreRefused() {
    assertThat(render("a".repeat(16 * 1024)).problems()).isEmpty();
    assertThat(render("x\n\n" + "\u00E9".repeat(8 * 1024 + 1)).problems())
        .extracting(TextProblem::code, TextProblem::line)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Code.TEXT_LINE_TOO_LONG, 2));
    assertThat(render("[a]: b\n".repeat(2_001)).problems())
        .extracting(TextProblem::code)
        .containsExactly(Code.TEXT_TOO_MANY_REFERENCES);
  }

  @Test
  void aTextThatCannotBeReadIsShownAsItsSource() {
    Rendered rendered = render("![[]()".repeat(2_500) + "\n" + "![[]() \n".repeat(60_000));
    assertThat(rendered.problems())
        .extracting(TextProblem::code)
        .containsExactly(Code.TEXT_TOO_COMPLEX);
    assertThat(rendered.html().toString()).startsWith("<pre tabindex=\"0\">![[]()");
  }
}
