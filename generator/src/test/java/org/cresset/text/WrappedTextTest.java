package org.cresset.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cresset.model.MarkedText;
import org.junit.jupiter.api.Test;

class WrappedTextTest {
  private static SafeHtml html(String markdown) {
    Place place = Place.of(d -> Optional.of("https://example.org/" + d), "");
    Rendered rendered = new Markdown().render(MarkedText.of(markdown));
    return Weaver.weave(rendered, Glossary.EMPTY, place).html();
  }

  @Test
  void laysOutBlocksForMail() {
    WrappedText text = new WrappedText(30);
    String markdown =
        """
        ## Title

        One two three four five six seven eight [a](a.md) and [b](b.md), [a](a.md).

        1. First of the items is long enough
           - inner
        2. Second

        > Quoted words that go over the line

        ```
        code that is long and stays whole as it is
        ```

        | a | b |
        |---|---|
        | 1 | 22 |
        """;
    assertThat(text.of(html(markdown), ""))
        .isEqualTo(
            """
            Title
            -----

            One two three four five six
            seven eight a [1] and b [2], a
            [1].

            1. First of the items is long
               enough
               - inner
            2. Second

            > Quoted words that go over
            > the line

                code that is long and stays whole as it is

            a  b
            -  --
            1  22
            """);
    assertThat(text.notes())
        .containsExactly("https://example.org/a.md", "https://example.org/b.md");
  }

  @Test
  void plainTextHasBlocksOnTheirOwnLines() {
    assertThat(PlainText.of(html("# A\n\nb *c*\n\n- d\n- e\n\n| f | g |\n|---|---|\n| h | i |\n")))
        .isEqualTo("A\nb c\nd\ne\nf g\nh i");
  }
}
