package org.cresset.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.model.Mark;
import org.cresset.model.MarkedText;
import org.cresset.problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {
  private static final Markdown MARKDOWN = new Markdown();

  private static Rendered render(String markdown) {
    return MARKDOWN.render(MarkedText.of(markdown));
  }

  private static String html(String markdown) {
    return render(markdown).html().toString();
  }

  static Stream<String> examples() throws Exception {
    return Arrays.stream(resource("spec.txt").replaceFirst("#.*\n", "").split("==========\n"));
  }

  static Stream<String> refusedLinks() throws Exception {
    return resource("refused-links.txt").lines();
  }

  private static String resource(String name) throws Exception {
    try (var in = MarkdownTest.class.getResourceAsStream("/text/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example(String example) {
    String[] sides = example.split("\\.{10}\n");
    assertThat(html(sides[0])).isEqualTo(sides[1]);
    assertThat(render(sides[0]).problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refusedLinks")
  void noLinkLeadsToARefusedAddress(String address) {
    assertThat(html("[x](https://example.org/)")).contains("<a ");
    for (String form : List.of("[x](%s)", "![x](%s)", "[x][r]\n\n[r]: %s", "<%s>")) {
      Rendered rendered = render(form.formatted(address));
      assertThat(rendered.html().toString()).doesNotContain("<a ", "<img");
    }
  }

  @Test
  void hiddenCharactersAreShownAndInCodeAndAddressesRefused() {
    assertThat(html("a\u202Eb\u200Bc")).isEqualTo("<p>a&lt;U+202E&gt;b&lt;U+200B&gt;c</p>\n");
    assertThat(render("a\u202Eb").problems()).isEmpty();
    assertThat(render("`a\u202Eb`").problems())
        .extracting(TextProblem::code)
        .containsExactly(Code.TEXT_HIDDEN_CHARACTER);
    assertThat(render("[a](b\u200B.md)").problems())
        .extracting(TextProblem::code)
        .containsExactly(Code.TEXT_HIDDEN_CHARACTER);
  }

  @Test
  void aBlockThatHoldsPartOfAPassageIsMarkedWhole() {
    Label label = new Label(Classification.SENSITIVE, Tlp.AMBER);
    Mark mark = new Mark(3, 3, label, "sensitive: ridge-cert");
    String html =
        MARKDOWN
            .render(new MarkedText("open\n\n- one\n- two\n\nopen\n", List.of(mark)))
            .html()
            .toString();
    assertThat(html)
        .isEqualTo(
            """
            <p>open</p>
            <div class="passage" role="group" aria-label="sensitive: ridge-cert" data-label="sensitive: ridge-cert">
            <p class="passage-label"><b>sensitive: ridge-cert</b></p>
            <ul>
            <li>one</li>
            <li>two</li>
            </ul>
            </div>
            <p>open</p>
            """);
  }

  @Test
  void linksAreFoundAtTheirPlaces() {
    List<LinkUse> links =
        MARKDOWN.links("`[no](no.md)`\n> [a](x.md) ![b][r]\n\n[r]: pic.png\n\n    [no](no.md)\n");
    assertThat(links)
        .extracting(LinkUse::kind, LinkUse::line, LinkUse::column, LinkUse::destination)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LinkUse.Kind.LINK, 1, 6, "x.md"),
            org.assertj.core.groups.Tuple.tuple(LinkUse.Kind.IMAGE, 1, 17, "pic.png"));
    assertThat(links.getLast().definition()).hasValue(3);
  }

  @Test
  void headingsSayTheirWordsWithoutFootnotes() {
    assertThat(render("## The *log*[^1]\n\n[^1]: x").headings())
        .containsExactly(new Heading(2, "the-log", "The log"));
  }
}
