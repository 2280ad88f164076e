package org.cresset.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** The words of a text by UAX #29, without pictures. Not for several threads at once. */
final class Words {
  private static final String PICTURE = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI];

  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private final OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
  private final TypeAttribute type = tokenizer.getAttribute(TypeAttribute.class);

  /** Takes the offsets of one word. */
  interface Sink {
    void word(int start, int end);
  }

  void each(String text, Sink sink) {
    try {
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        if (!type.type().equals(PICTURE)) {
          sink.word(offset.startOffset(), offset.endOffset());
        }
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
