package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The query language; {@code search.js} reads it in the same way. Any text is a query: what can't
 * be understood as a field, a phrase or a prefix is a word.
 */
final class QueryParser {
  private static final int LONGEST = 1000;
  private static final int MOST = 32;
  private static final String FIELDS =
      Arrays.stream(Field.values()).map(Field::token).collect(Collectors.joining("|"));

  /** Minus; field; quoted text; plain text. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(-?)(?:(" + FIELDS + "):(?=[^ ]))?(?:\"([^\"]*)(?:\"|$)|([^ \"]+))",
          Pattern.CASE_INSENSITIVE);

  private QueryParser() {}

  static Query parse(String query) {
    String text = query.substring(0, Math.min(query.length(), LONGEST));
    text = text.replaceAll("[\u201C\u201D\u201E\u00AB\u00BB]", "\"");
    text = text.replaceAll("[\\x00-\\x1F\\x7F\u00A0]", " ");
    List<Query.Clause> clauses = new ArrayList<>();
    Matcher found = CLAUSE.matcher(text);
    while (clauses.size() < MOST && found.find()) {
      clauses.add(clause(found));
    }
    return new Query(clauses);
  }

  private static Query.Clause clause(Matcher found) {
    boolean excluded = found.group(1).equals("-");
    Optional<Field> field =
        Optional.ofNullable(found.group(2)).flatMap(n -> Field.of(n.toLowerCase(Locale.ROOT)));
    Optional<String> quoted = Optional.ofNullable(found.group(3));
    String text = quoted.or(() -> Optional.ofNullable(found.group(4))).orElse("");
    if (quoted.isPresent()) {
      return new Query.Clause(excluded, field, text, Query.Form.QUOTED);
    }
    if (text.endsWith("*")) {
      String start = text.substring(0, text.length() - 1);
      return new Query.Clause(excluded, field, start, Query.Form.PREFIX);
    }
    return new Query.Clause(excluded, field, text, Query.Form.PLAIN);
  }
}
