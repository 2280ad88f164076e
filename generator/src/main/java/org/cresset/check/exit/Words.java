package org.cresset.check.exit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  private static final Runs INLINE =
      new Runs(
          Stream.of(
                  "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "ins",
                  "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
                  "u", "var", "wbr")
              .mapToLong(element -> of(element).getFirst())
              .toArray());

  private final byte[] text;
  private final Form form;
  private final byte[] classes;
  private final Taker taker;
  private final Window outside = new Window();
  private final Window inTag = new Window();
  private boolean tag;
  private long hash;

  private Words(byte[] text, Form form, Taker taker) {
    this.text = text;
    this.form = form;
    this.classes = form.classes();
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
    for (int at = 0; at < text.length; ) {
      int c = classes[text[at] & 0xff] & 0xff;
      if (c > Form.MARK) {
        at = word(at);
      } else if (c == Form.BLANK) {
        at++;
      } else {
        at = mark(at);
      }
    }
  }

  /** Takes the word that begins there and returns where it ends. */
  private int word(int from) {
    int end = end(from);
    Window row = tag ? inTag : outside;
    row.add(hash);
    taker.word(hash, row);
    return end;
  }

  /** Where a word ends, if there is one; its hash is that of the last word then. */
  private int end(int from) {
    long rolling = HASH;
    int end = from;
    while (end < text.length && (classes[text[end] & 0xff] & 0xff) > Form.MARK) {
      rolling = (rolling ^ classes[text[end++] & 0xff]) * 0x100000001b3L;
    }
    hash = rolling;
    return end;
  }

  /** Heeds what stands between words and returns where to go on. */
  private int mark(int at) {
    return switch (form) {
      case TEXT, TERMS -> line(at);
      case DATA -> data(at);
      case MARKUP, FEED -> markup(at);
    };
  }

  private int line(int at) {
    if (at + 1 < text.length && text[at + 1] == '\n') {
      outside.reset();
    }
    return at + 1;
  }

  private int data(int at) {
    if (text[at] == '"') {
      outside.reset();
      return at + 1;
    }
    return at + (at + 1 == text.length ? 1 : text[at + 1] == 'u' ? 6 : 2);
  }

  private int markup(int at) {
    switch (text[at]) {
      case '<' -> {
        return tag ? at + 1 : open(at + 1);
      }
      case '&' -> {
        return entity(at);
      }
      case '>' -> tag = false;
      default -> inTag.reset();
    }
    return at + 1;
  }

  private int open(int at) {
    int name = at < text.length && text[at] == '/' ? at + 1 : at;
    int end = end(name);
    if (INLINE.find(hash) < 0) {
      outside.reset();
    }
    inTag.reset();
    tag = true;
    return end;
  }

  private int entity(int at) {
    int end = at + 1;
    while (end < Math.min(text.length, at + 10) && text[end] != ';') {
      end++;
    }
    boolean whole = end < text.length && text[end] == ';';
    boolean bracket = form == Form.FEED && whole && end == at + 3 && text[at + 2] == 't';
    int next = whole ? end + 1 : at + 1;
    if (bracket && text[at + 1] == 'l') {
      return open(next);
    }
    if (bracket && text[at + 1] == 'g') {
      tag = false;
    }
    return next;
  }
}
