package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How texts and queries become terms; {@code search-text.js} does exactly the same. Words by UAX
 * #29 in lower case, without a possessive {@code 's}, stemmed; codes also whole and in every run of
 * their parts. Not for several threads at once.
 */
final class Analysis {
  /** Part of every key under which an analysed document is kept. */
  static final int VERSION = 3;

  private final Lexicon lexicon;
  private final Words words = new Words();
  private final Groups groups = new Groups();
  private final Codes codes = new Codes();

  Analysis() {
    this(new Lexicon());
  }

  Analysis(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** All terms, by position; a word before the codes that begin with it. */
  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (Group group : groups(text)) {
      boolean code = group.isCode();
      for (int k = 0; k < group.parts().size(); k++) {
        tokens.add(group.parts().get(k));
        if (code) {
          group.ranges(k, tokens);
        }
      }
    }
    return tokens;
  }

  /** The words of a text in groups. */
  List<Group> groups(String text) {
    groups.read(text, words, lexicon);
    List<Group> found = new ArrayList<>();
    for (int first = 0; first < groups.count(); ) {
      int end = groups.end(first);
      found.add(groups.group(first, end));
      first = end;
    }
    return found;
  }

  /** The same terms as {@link #tokens}, by their numbers in the lexicon, and the forms. */
  void terms(String text, Terms sink) {
    groups.read(text, words, lexicon);
    for (int first = 0; first < groups.count(); ) {
      int end = groups.end(first);
      boolean code = groups.isCode(first, end);
      for (int k = first; k < end; k++) {
        Word word = groups.word(k);
        sink.term(word.stemNumber(), k);
        if (word.formNumber() >= 0) {
          sink.form(word.formNumber());
        }
        if (code) {
          codes.ranges(first, k, end, sink);
        }
      }
      first = end;
    }
  }

  /** Takes the terms of a text. */
  interface Terms {
    /**
     * @param number in the lexicon
     * @param position counted from 0, never falling
     */
    void term(int number, int position);

    /** A word's form that is not its stem. */
    void form(int number);

    /** The last term is an IPv4 address or network. */
    void address(String term);
  }

  /** The codes in a group, made in a buffer of their own. */
  private final class Codes {
    private char[] buffer = new char[256];
    private int length = 0;

    /** As {@link Group#ranges}. */
    void ranges(int first, int from, int end, Terms sink) {
      boolean all = end - first <= Group.ALL_RANGES || from == first;
      length = 0;
      add(groups.word(from).form());
      for (int next = from + 1; next < end; next++) {
        add(Groups.written(groups.joint(next)));
        add(groups.word(next).form());
        if (all || next == end - 1) {
          Word code = lexicon.code(buffer, length);
          sink.term(code.stemNumber(), from);
          if (code.address()) {
            sink.address(code.stem());
          }
        }
      }
    }

    private void add(String text) {
      if (length + text.length() > buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * (length + text.length()));
      }
      text.getChars(0, text.length(), buffer, length);
      length += text.length();
    }
  }
}
