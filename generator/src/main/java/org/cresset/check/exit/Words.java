package org.cresset.check.exit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs through a text word by word. A word is a run of letters, digits and anything outside ASCII,
 * without regard to the case of ASCII letters. Inline markup and entities part words like a blank,
 * so that Markdown and the HTML made of it give the same words; what stands in different blocks,
 * paragraphs, attributes or strings is not in a row.
 */
final class Words {
  private static final long HASH = 0xcbf29ce484222325L;
  private static final byte[] FOLDED = folded();
  private static final long[] INLINE =
      Stream.of(
              "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd",
              "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
              "wbr")
          .mapToLong(element -> of(element).getFirst())
          .sorted()
          .toArray();

  private final byte[] text;
  private final Form form;
  private final Taker taker;
  private final Window outside = new Window();
  private final Window inTag = new Window();
  private boolean tag;
  private int at;

  private Words(byte[] text, Form form, Taker taker) {
    this.text = text;
    this.form = form;
    this.taker = taker;
  }

  /** Takes each word's hash with the words in a row that end with it. */
  interface Taker {
    void word(long hash, Window row);
  }

  static void each(byte[] text, Form form, Taker taker) {
    new Words(text, form, taker).run();
  }

  /** The words of a short text. */
  static List<Long> of(String text) {
    List<Long> words = new ArrayList<>();
    each(text.getBytes(StandardCharsets.UTF_8), Form.TEXT, (word, row) -> words.add(word));
    return words;
  }

  private void run() {
    while (at < text.length) {
      if (isWord(text[at])) {
        word();
      } else {
        between();
      }
    }
  }

  private void word() {
    long hash = HASH;
    while (at < text.length && isWord(text[at])) {
      hash = hash(hash, text[at++]);
    }
    Window row = tag ? inTag : outside;
    row.add(hash);
    taker.word(hash, row);
  }

  private void between() {
    byte b = text[at];
    switch (form) {
      case TEXT, TERMS -> {
        if (b == '\n' && at + 1 < text.length && text[at + 1] == '\n') {
          outside.reset();
        }
        at++;
      }
      case DATA -> data(b);
      case MARKUP, FEED -> markup(b);
    }
  }

  private void data(byte b) {
    if (b == '"') {
      outside.reset();
    }
    boolean escape = b == '\\' && at + 1 < text.length;
    at += escape ? text[at + 1] == 'u' ? 6 : 2 : 1;
  }

  private void markup(byte b) {
    if (!tag && b == '<') {
      open(at + 1);
    } else if (b == '&') {
      entity();
    } else {
      if (b == '>') {
        tag = false;
      } else if (b == '"') {
        inTag.reset();
      }
      at++;
    }
  }

  private void open(int name) {
    int end = name < text.length && text[name] == '/' ? name + 1 : name;
    long element = HASH;
    while (end < text.length && isWord(text[end])) {
      element = hash(element, text[end++]);
    }
    if (Arrays.binarySearch(INLINE, element) < 0) {
      outside.reset();
    }
    inTag.reset();
    tag = true;
    at = end;
  }

  private void entity() {
    int end = at + 1;
    while (end < Math.min(text.length, at + 10) && text[end] != ';') {
      end++;
    }
    boolean whole = end < text.length && text[end] == ';';
    boolean bracket = form == Form.FEED && whole && end == at + 3 && text[at + 2] == 't';
    byte first = text[Math.min(at + 1, text.length - 1)];
    at = whole ? end + 1 : at + 1;
    if (bracket && first == 'l') {
      open(at);
    } else if (bracket && first == 'g') {
      tag = false;
    }
  }

  private static long hash(long hash, byte b) {
    return (hash ^ FOLDED[b & 0xff]) * 0x100000001b3L;
  }

  private static boolean isWord(byte b) {
    return FOLDED[b & 0xff] != 0;
  }

  /** Each byte of a word in lower case; 0 for all others. */
  private static byte[] folded() {
    byte[] folded = new byte[256];
    for (int b = 0; b < 256; b++) {
      if (b >= 'A' && b <= 'Z') {
        folded[b] = (byte) (b + 32);
      } else if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b >= 0x80) {
        folded[b] = (byte) b;
      }
    }
    return folded;
  }
}
