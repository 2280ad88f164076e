package org.cresset.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.junit.jupiter.api.Test;

/** Our short way through plain text cuts it as Lucene's tokenizer does. */
class SameWordsTest {
  private final Words words = new Words();

  @Test
  void inNastyTexts() throws Exception {
    for (String text : NastyTexts.made(20_000)) {
      same(text);
    }
  }

  @Test
  void withEveryPlainCharacter() throws Exception {
    for (int c = 0; c < 0x100; c++) {
      for (int d = 0; d < 0x80; d++) {
        String pair = "" + (char) c + (char) d;
        same("a" + pair + "1 1" + pair + "1 a" + pair + "a " + pair + "a" + (char) c + "a1" + pair);
      }
    }
  }

  private void same(String text) throws IOException {
    String unified = Spelling.unify(text);
    List<String> made = new ArrayList<>();
    words.each(
        unified.toCharArray(),
        unified.length(),
        (from, to) -> made.add(unified.substring(from, to)));
    assertThat(made).as(text).isEqualTo(standard(unified));
  }

  private static List<String> standard(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (StandardTokenizer tokenizer = new StandardTokenizer()) {
      CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
      TypeAttribute type = tokenizer.getAttribute(TypeAttribute.class);
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        if (!type.type().equals(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI])) {
          for (String part : term.toString().split("[.:_]")) {
            if (!part.isEmpty()) {
              found.add(part);
            }
          }
        }
      }
    }
    return found;
  }
}
