package org.cresset.search;

import java.util.List;

/**
 * Words written without a space between them, such as {@code well-known} or {@code 192.0.2.1}.
 *
 * @param parts the words, at consecutive positions
 * @param joints what stands between them, one fewer than the parts: {@code - . : :: @ _}
 */
record Group(List<Token> parts, List<String> joints) {
  /** Longer ones are cut, so that hostile text can't make an index grow beyond measure. */
  static final int LONGEST = 16;

  static final int ALL_RANGES = 6;

  /**
   * Whether it is found as a whole: a number, address, version, identifier, file or host name, not
   * merely hyphenated words.
   */
  boolean isCode() {
    if (parts.size() == 1) {
      return false;
    }
    for (String joint : joints) {
      if (!joint.equals("-")) {
        return true;
      }
    }
    return parts.stream().anyMatch(p -> hasDigit(p.form()));
  }

  /** The parts from one to another, both inclusive, as one term at the first one's position. */
  Token range(int first, int last) {
    StringBuilder whole = new StringBuilder(parts.get(first).form());
    for (int i = first; i < last; i++) {
      whole.append(joints.get(i)).append(parts.get(i + 1).form());
    }
    String term = whole.toString();
    Token start = parts.get(first);
    return new Token(term, term, start.position(), start.start(), parts.get(last).end(), true);
  }

  Token whole() {
    return range(0, parts.size() - 1);
  }

  /**
   * The ranges that begin at a part: all of them in short codes; in long ones only those that begin
   * at the first part or end at the last.
   */
  void ranges(int first, List<Token> into) {
    int last = parts.size() - 1;
    boolean all = parts.size() <= ALL_RANGES || first == 0;
    for (int end = all ? first + 1 : last; end <= last; end++) {
      if (end > first) {
        into.add(range(first, end));
      }
    }
  }

  private static boolean hasDigit(String form) {
    return form.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
