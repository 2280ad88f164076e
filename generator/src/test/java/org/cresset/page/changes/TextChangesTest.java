package org.cresset.page.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Added words stand in {+ +}, removed ones in {- -}, the number of those gone in {# #}. */
class TextChangesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Update to 4.2.6 today # Update to 4.2.7 today # Update to {-4.2.6-} {+4.2.7+} today",
        "Block the port # Block the port now # Block the port {+now+}",
        "Block the port now # Block the port # Block the port {-now-}",
        "a b c d e f g h i j k l m n o p q r s t # a b c d e f g h i j k l m n o p q r s t u"
            + " # … i j k l m n o p q r s t {+u+}",
      })
  void wordsAreCompared(String before, String after, String shown) {
    assertThat(text(WordChanges.between(before, after))).isEqualTo(shown);
  }

  @Test
  void aLongRowOfWordsThatAreGoneIsNotPrintedAgain() {
    String secret = "the second address of the attacker is 203.0.113.9";
    assertThat(text(WordChanges.between("Note that " + secret + " today", "Note that today")))
        .isEqualTo("Note that {#8 words#} today");
  }

  @Test
  void aBlockIsComparedWithTheOneMostLikeIt() {
    assertThat(
            changes(
                List.of("The service restarts.", "Block port 8443 at the border.", "The end."),
                List.of(
                    "Block port 8443 at the border and inside.", "It is new here.", "The end.")))
        .containsExactly(
            "{#3 words#}",
            "Block port 8443 at the {-border.-} {+border and inside.+}",
            "{+It is new here.+}");
  }

  @Test
  void aBlockThatMovedIsNoChange() {
    assertThat(changes(List.of("One.", "Two.", "Three."), List.of("Three.", "One.", "Two.")))
        .isEmpty();
  }

  @Test
  void aShortBlockThatIsGoneIsNotPrintedAgainEither() {
    assertThat(changes(List.of("192.0.2.7", "Stay."), List.of("Stay.")))
        .containsExactly("{#1 word#}");
  }

  @Test
  void hugeTextsAreNotCompared() {
    List<Block> huge = Collections.nCopies(2_001, new Block("", "x"));
    assertThat(TextChanges.between(huge, List.of())).isEmpty();
  }

  private static List<String> changes(List<String> before, List<String> after) {
    return TextChanges.between(blocks(before), blocks(after)).orElseThrow().stream()
        .map(p -> text(p.pieces()))
        .toList();
  }

  private static List<Block> blocks(List<String> lines) {
    return lines.stream().map(l -> new Block("", l)).toList();
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream()
        .map(p ->
            switch (p.fate()) {
              case KEPT, SKIPPED -> p.text();
              case ADDED -> "{+" + p.text() + "+}";
              case REMOVED -> "{-" + p.text() + "-}";
              case GONE -> "{#" + p.text() + "#}";
            })
        .collect(Collectors.joining(" "));
  }
}
