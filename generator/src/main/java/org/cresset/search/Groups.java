package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of one text, and where they are joined; used again for the next text. */
final class Groups {
  /** Stands for two colons. */
  private static final char DOUBLE = ';';

  private static final char NONE = 0;

  private char[] text = new char[4096];
  private Word[] words = new Word[512];
  private int[] starts = new int[512];
  private int[] ends = new int[512];
  private int count = 0;

  void read(String written, Words cutter, Lexicon lexicon) {
    int length = written.length();
    if (text.length < length) {
      text = new char[Math.max(length, 2 * text.length)];
    }
    written.getChars(0, length, text, 0);
    Spelling.unify(text, length);
    count = 0;
    cutter.each(text, length, (start, end) -> add(start, end, lexicon.word(text, start, end)));
  }

  private void add(int start, int end, Word word) {
    if (count == words.length) {
      words = Arrays.copyOf(words, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    words[count] = word;
    starts[count] = start;
    ends[count++] = end;
  }

  int count() {
    return count;
  }

  Word word(int i) {
    return words[i];
  }

  /** After the last word of the group that begins there. */
  int end(int first) {
    int end = first + 1;
    while (end < count && end - first < Group.LONGEST && joint(end) != NONE) {
      end++;
    }
    return end;
  }

  /** As {@link Group#isCode}. */
  boolean isCode(int first, int end) {
    if (end - first == 1) {
      return false;
    }
    boolean code = words[first].hasDigit();
    for (int i = first + 1; i < end && !code; i++) {
      code = words[i].hasDigit() || joint(i) != '-';
    }
    return code;
  }

  Group group(int first, int end) {
    List<Token> parts = new ArrayList<>();
    List<String> joints = new ArrayList<>();
    for (int i = first; i < end; i++) {
      parts.add(new Token(words[i].stem(), words[i].form(), i, starts[i], ends[i], false));
      if (i > first) {
        joints.add(written(joint(i)));
      }
    }
    return new Group(parts, joints);
  }

  /** A joint as it stands in terms. */
  static String written(char joint) {
    return switch (joint) {
      case '-' -> "-";
      case '.' -> ".";
      case ':' -> ":";
      case '@' -> "@";
      case '_' -> "_";
      case DOUBLE -> "::";
      default -> "";
    };
  }

  /** What joins a word with the one before. */
  char joint(int word) {
    int from = ends[word - 1];
    int length = starts[word] - from;
    return switch (length) {
      case 1 -> ".:_-@".indexOf(text[from]) >= 0 ? text[from] : NONE;
      case 2 -> isDouble(from) ? DOUBLE : NONE;
      case 3, 4, 5 -> bracketed(from, length - 2);
      default -> NONE;
    };
  }

  /** A joint in brackets, as it is written so that nobody follows it by mistake. */
  private char bracketed(int open, int length) {
    char close = text[open + length + 1];
    char sign = text[open + 1];
    boolean square = text[open] == '[' && close == ']';
    boolean round = (text[open] == '(' || text[open] == '{') && (close == ')' || close == '}');
    if (!square && !round) {
      return NONE;
    }
    boolean fits =
        switch (length) {
          case 1 -> sign == '.' || sign == '@' || (square && sign == ':');
          case 2 -> (sign == '@' && text[open + 2] == '@') || (square && isDouble(open + 1));
          default -> sign == '.' && text[open + 2] == '.' && text[open + 3] == '.';
        };
    return !fits ? NONE : length == 2 && sign == ':' ? DOUBLE : sign;
  }

  private boolean isDouble(int at) {
    return text[at] == ':' && text[at + 1] == ':';
  }
}
