package org.cresset.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Learns the class of every character from what StandardTokenizer does with it, and packs them as
 * {@code search-text.js} has them.
 */
final class WordClasses {
  private final StandardTokenizer tokenizer = new StandardTokenizer();

  private record Span(int start, int end, String type) {}

  String packed() throws Exception {
    Packed packed = new Packed();
    char last = classOf(0);
    int length = 0;
    for (int c = 0; c < 0x110000; c++) {
      char next = classOf(c);
      if (next != last) {
        packed.number(length).raw(new byte[] {(byte) last});
        last = next;
        length = 0;
      }
      length++;
    }
    return new String(
        packed.number(length).raw(new byte[] {(byte) last}).take(), StandardCharsets.US_ASCII);
  }

  private char classOf(int codePoint) throws Exception {
    if (codePoint >= 0xD800 && codePoint < 0xE000) {
      return '.';
    }
    String c = Character.toString(codePoint);
    List<Span> alone = spans(c);
    return alone.isEmpty() ? joiner(c) : word(c, alone.get(0).type());
  }

  private char word(String c, String type) throws Exception {
    return switch (type) {
      case "<NUM>" -> 'N';
      case "<KATAKANA>" -> 'K';
      case "<IDEOGRAPHIC>", "<HIRAGANA>" -> 'H';
      case "<SOUTHEAST_ASIAN>" -> isOne("a" + c) ? 's' : 'S';
      case "<EMOJI>" -> 'p';
      default -> isOne(c + "'") ? 'h' : 'L';
    };
  }

  private char joiner(String c) throws Exception {
    if (c.equals("'")) {
      return 'q';
    }
    if (c.equals("\"")) {
      return 'd';
    }
    if (isOne("a" + c)) {
      return isOne(c + "a") ? '_' : 'e';
    }
    boolean letters = isOne("a" + c + "a");
    boolean digits = isOne("1" + c + "1");
    char between = letters ? digits ? 'b' : 'm' : digits ? 'n' : '.';
    return between == '.' && isOne(c + c) ? 'r' : between;
  }

  private boolean isOne(String text) throws Exception {
    List<Span> spans = spans(text);
    return spans.size() == 1 && spans.get(0).start() == 0 && spans.get(0).end() == text.length();
  }

  private List<Span> spans(String text) throws Exception {
    List<Span> spans = new ArrayList<>();
    tokenizer.setReader(new java.io.StringReader(text));
    tokenizer.reset();
    OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
    TypeAttribute type = tokenizer.getAttribute(TypeAttribute.class);
    while (tokenizer.incrementToken()) {
      spans.add(new Span(offset.startOffset(), offset.endOffset(), type.type()));
    }
    tokenizer.end();
    tokenizer.close();
    return spans;
  }
}
