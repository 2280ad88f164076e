package org.cresset.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How texts and queries become terms; {@code search-text.js} does exactly the same. Words by UAX
 * #29 in lower case, without a possessive {@code 's}, stemmed; codes also whole and in every run of
 * their parts. Not for several threads at once.
 */
final class Analysis {
  /** Part of every key under which an analysed document is kept. */
  static final int VERSION = 1;

  private static final Pattern JOINT =
      Pattern.compile("[-.:@_]|::|\\[(?:[.:@]|\\.\\.\\.|@@|::)]|[({](?:[.@]|\\.\\.\\.|@@)[)}]");
  private static final int LONGEST_JOINT = 5;

  private final Words words = new Words();
  private final Stemmer stemmer = new Stemmer();

  /** All terms, by position; a word before the codes that begin with it. */
  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (Group group : groups(text)) {
      boolean code = group.isCode();
      for (int i = 0; i < group.parts().size(); i++) {
        tokens.add(group.parts().get(i));
        if (code) {
          group.ranges(i, tokens);
        }
      }
    }
    return tokens;
  }

  /** The words of a text in groups. */
  List<Group> groups(String text) {
    String unified = Spelling.unify(text);
    List<Token> parts = parts(unified);
    List<Group> groups = new ArrayList<>();
    int i = 0;
    while (i < parts.size()) {
      List<String> joints = new ArrayList<>();
      int first = i++;
      while (i < parts.size() && i - first < Group.LONGEST) {
        String joint = joint(unified, parts.get(i - 1).end(), parts.get(i).start());
        if (joint.isEmpty()) {
          break;
        }
        joints.add(joint);
        i++;
      }
      groups.add(new Group(parts.subList(first, i), joints));
    }
    return groups;
  }

  private List<Token> parts(String unified) {
    List<Token> parts = new ArrayList<>();
    words.each(
        unified,
        (start, end) -> {
          int from = start;
          for (int i = start; i <= end; i++) {
            if (i == end || isJoiner(unified.charAt(i))) {
              part(unified, from, i, parts);
              from = i + 1;
            }
          }
        });
    return parts;
  }

  private void part(String text, int start, int end, List<Token> into) {
    if (end > start) {
      String form = Letters.lower(Letters.withoutPossessive(text.substring(start, end)));
      into.add(new Token(stemmer.stem(form), form, into.size(), start, end, false));
    }
  }

  private static boolean isJoiner(char c) {
    return c == '.' || c == ':' || c == '_';
  }

  /** What joins two words, or nothing. */
  private static String joint(String text, int from, int to) {
    if (to - from < 1 || to - from > LONGEST_JOINT) {
      return "";
    }
    if (to - from == 1) {
      char c = text.charAt(from);
      return isJoiner(c) || c == '-' || c == '@' ? String.valueOf(c) : "";
    }
    String between = text.substring(from, to);
    if (!JOINT.matcher(between).matches()) {
      return "";
    }
    return between.contains("::")
        ? "::"
        : String.valueOf(between.charAt(between.length() == 2 ? 0 : 1));
  }
}
