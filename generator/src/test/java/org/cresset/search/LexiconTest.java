package org.cresset.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LexiconTest {
  /** Enough for the table to grow while others read it. */
  private static final List<String> WRITTEN =
      IntStream.range(0, 20_000)
          .mapToObj(i -> "host" + Integer.toString(i % 7_000, 36) + "x")
          .toList();

  @Test
  void severalThreadsGetTheSameNumberForTheSameWord() {
    Lexicon lexicon = new Lexicon();
    List<Word> words = WRITTEN.parallelStream().map(w -> word(lexicon, w)).toList();
    List<Word> codes = WRITTEN.parallelStream().map(w -> code(lexicon, w + "-1")).toList();
    List<String> terms = lexicon.terms();
    assertThat(terms).doesNotHaveDuplicates().hasSize(14_000);
    for (int i = 0; i < WRITTEN.size(); i++) {
      assertThat(terms.get(words.get(i).stemNumber())).isEqualTo(WRITTEN.get(i));
      assertThat(terms.get(codes.get(i).stemNumber())).isEqualTo(WRITTEN.get(i) + "-1");
    }
  }

  @Test
  void knowsWhichCodesAreAddresses() {
    Lexicon lexicon = new Lexicon();
    assertThat(Stream.of("192.0.2.1", "198.51.100.255"))
        .allMatch(address -> code(lexicon, address).address());
    assertThat(Stream.of("192.0.2.256", "192.0.2", "1.2.3.4.5", "cve-2026-1"))
        .noneMatch(other -> code(lexicon, other).address());
  }

  private static Word word(Lexicon lexicon, String text) {
    return lexicon.word(text.toCharArray(), 0, text.length());
  }

  private static Word code(Lexicon lexicon, String text) {
    return lexicon.code(text.toCharArray(), text.length());
  }
}
