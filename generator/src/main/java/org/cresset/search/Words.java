package org.cresset.search;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * The words of a text by UAX #29, without pictures, cut at full stops, colons and underscores. What
 * is plain ASCII between two spaces is cut here, by the few rules that then remain; the rest by
 * Lucene's tokenizer. Not for several threads at once.
 */
final class Words {
  private static final String PICTURE = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI];

  /** Longer words are cut by the tokenizer. */
  private static final int LONGEST = 250;

  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private final OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
  private final TypeAttribute type = tokenizer.getAttribute(TypeAttribute.class);

  /** Takes the offsets of one word. */
  interface Sink {
    void word(int start, int end);
  }

  void each(char[] text, int length, Sink sink) {
    for (int i = 0; i < length; ) {
      if (text[i] <= ' ') {
        i++;
        continue;
      }
      int end = i;
      int bits = 0;
      while (end < length && text[end] > ' ') {
        bits |= text[end++];
      }
      if (bits < 0x80 && end - i <= LONGEST) {
        plain(text, i, end, sink);
      } else {
        any(text, i, end, sink);
      }
      i = end;
    }
  }

  private static void plain(char[] text, int from, int to, Sink sink) {
    for (int i = from; i < to; ) {
      if (!isWord(text[i])) {
        i++;
        continue;
      }
      int start = i++;
      while (i < to && (isWord(text[i]) || (i + 1 < to && isInside(text, i)))) {
        i++;
      }
      sink.word(start, i);
    }
  }

  private static boolean isWord(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** UAX #29, WB6, WB7, WB11 and WB12. */
  private static boolean isInside(char[] text, int i) {
    return switch (text[i]) {
      case '\'' ->
          (isLetter(text[i - 1]) && isLetter(text[i + 1]))
              || (isDigit(text[i - 1]) && isDigit(text[i + 1]));
      case ',', ';' -> isDigit(text[i - 1]) && isDigit(text[i + 1]);
      default -> false;
    };
  }

  private void any(char[] text, int from, int to, Sink sink) {
    try {
      tokenizer.setReader(new CharArrayReader(text, from, to - from));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        if (!type.type().equals(PICTURE)) {
          cut(text, from + offset.startOffset(), from + offset.endOffset(), sink);
        }
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cut(char[] text, int start, int end, Sink sink) {
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || text[i] == '.' || text[i] == ':' || text[i] == '_') {
        if (i > from) {
          sink.word(from, i);
        }
        from = i + 1;
      }
    }
  }
}
