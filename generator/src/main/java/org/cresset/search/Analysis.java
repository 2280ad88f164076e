package org.cresset.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final int KEPT = 100_000;

  private final Words words = new Words();
  private final Stemmer stemmer = new Stemmer();
  private final Map<String, Word> known = new HashMap<>();

  /** All terms, by position; a word before the codes that begin with it. */
  List<Token> tokens(String text) {
    String unified = Spelling.unify(text);
    List<Token> parts = parts(unified);
    List<Token> tokens = new ArrayList<>(parts.size() + parts.size() / 2);
    for (int i = 0; i < parts.size(); ) {
      Group group = group(unified, parts, i);
      boolean code = group.isCode();
      for (int k = 0; k < group.parts().size(); k++) {
        tokens.add(group.parts().get(k));
        if (code) {
          group.ranges(k, tokens);
        }
      }
      i += group.parts().size();
    }
    return tokens;
  }

  /** The words of a text in groups. */
  List<Group> groups(String text) {
    String unified = Spelling.unify(text);
    List<Token> parts = parts(unified);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < parts.size(); ) {
      groups.add(group(unified, parts, i));
      i += groups.getLast().parts().size();
    }
    return groups;
  }

  private static Group group(String unified, List<Token> parts, int first) {
    List<String> joints = List.of();
    int i = first + 1;
    while (i < parts.size() && i - first < Group.LONGEST) {
      String joint = joint(unified, parts.get(i - 1).end(), parts.get(i).start());
      if (joint.isEmpty()) {
        break;
      }
      joints = joints.isEmpty() ? new ArrayList<>() : joints;
      joints.add(joint);
      i++;
    }
    return new Group(parts.subList(first, i), joints);
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
      Word word = word(text.substring(start, end));
      into.add(new Token(word.stem, word.form, into.size(), start, end, false));
    }
  }

  private Word word(String written) {
    Word word = known.get(written);
    if (word == null) {
      String form = Letters.lower(Letters.withoutPossessive(written));
      word = new Word(form, stemmer.stem(form));
      if (known.size() < KEPT) {
        known.put(written, word);
      }
    }
    return word;
  }

  private record Word(String form, String stem) {}

  private static boolean isJoiner(char c) {
    return c == '.' || c == ':' || c == '_';
  }

  /** What joins two words, or nothing. */
  private static String joint(String text, int from, int to) {
    if (to - from < 1 || to - from > LONGEST_JOINT) {
      return "";
    }
    if (to - from == 1) {
      return switch (text.charAt(from)) {
        case '.' -> ".";
        case ':' -> ":";
        case '_' -> "_";
        case '-' -> "-";
        case '@' -> "@";
        default -> "";
      };
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
