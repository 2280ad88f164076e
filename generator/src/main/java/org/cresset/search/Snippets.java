package org.cresset.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passages of an excerpt near the first word of a query. */
final class Snippets {
  private static final int BEFORE = 60;
  private static final int LENGTH = 240;

  private final Analysis analysis = new Analysis();
  private final Set<String> terms = new HashSet<>();

  Snippets(Query query) {
    for (Query.Clause clause : query.clauses()) {
      if (!clause.excluded() && clause.field().isEmpty()) {
        analysis.tokens(clause.text()).forEach(t -> terms.add(t.term()));
      }
    }
  }

  String of(String excerpt) {
    List<Token> tokens = analysis.tokens(excerpt);
    int hit =
        tokens.stream()
            .filter(t -> terms.contains(t.term()))
            .findFirst()
            .map(Token::start)
            .orElse(0);
    int from = hit <= BEFORE ? 0 : excerpt.lastIndexOf(' ', hit - BEFORE) + 1;
    int to = excerpt.length();
    if (from + LENGTH < to) {
      int space = excerpt.lastIndexOf(' ', from + LENGTH);
      to = space > from + LENGTH / 2 ? space : excerpt.offsetByCodePoints(from, LENGTH / 2);
    }
    return (from > 0 ? "… " : "")
        + excerpt.substring(from, to)
        + (to < excerpt.length() ? " …" : "");
  }
}
