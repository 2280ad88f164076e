package org.cresset.check.exit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Runs through a text word by word. A word is a run of letters, digits and anything outside ASCII,
 * without regard to the case of ASCII letters. Inline markup and entities part words like a blank,
 * so that Markdown and the HTML made of it give the same words; what stands in different blocks,
 * paragraphs, attributes or strings is not in a row.
 */
final class Words {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd",
          "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
          "wbr");

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
    long hash = 0xcbf29ce484222325L;
    while (at < text.length && isWord(text[at])) {
      byte b = text[at++];
      hash = (hash ^ (b >= 'A' && b <= 'Z' ? b + 32 : b)) * 0x100000001b3L;
    }
    Window row = tag ? inTag : outside;
    row.add(hash);
    taker.word(hash, row);
  }

  private void between() {
    byte b = text[at];
    switch (form) {
      case TEXT -> {
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
    int start = end;
    while (end < text.length && isWord(text[end])) {
      end++;
    }
    String element =
        new String(text, start, end - start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    if (!INLINE.contains(element)) {
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
    String name = new String(text, at + 1, end - at - 1, StandardCharsets.US_ASCII);
    boolean whole = end < text.length && text[end] == ';';
    at = whole ? end + 1 : at + 1;
    if (form == Form.FEED && name.equals("lt")) {
      open(at);
    } else if (form == Form.FEED && name.equals("gt")) {
      tag = false;
    }
  }

  private static boolean isWord(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b < 0;
  }
}
