package org.cresset.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a clause without a field, or one of words in a field, looks for. */
sealed interface Wanted {
  /** One term. */
  record One(String term, String form) implements Wanted {}

  /** Terms at these positions from the first. */
  record Row(List<String> terms, List<Integer> positions) implements Wanted {}

  /** Every term, and every word as written, that begins so. */
  record Beginning(String start) implements Wanted {}

  /** Of a clause; nothing where it has no word. */
  static Optional<Wanted> of(Query.Clause clause, Analysis analysis) {
    List<Group> groups = analysis.groups(clause.text());
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    Group first = groups.get(0);
    boolean single = groups.size() == 1 && (first.parts().size() == 1 || first.isCode());
    if (!single) {
      return Optional.of(row(groups));
    }
    Token token = first.isCode() ? first.whole() : first.parts().get(0);
    return Optional.of(
        clause.form() == Query.Form.PREFIX
            ? new Beginning(token.form())
            : new One(token.term(), token.form()));
  }

  /** A code is one term at the place of its first part. */
  private static Row row(List<Group> groups) {
    List<String> terms = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (Group group : groups) {
      List<Token> tokens = group.isCode() ? List.of(group.whole()) : group.parts();
      for (Token token : tokens) {
        terms.add(token.term());
        positions.add(token.position() - groups.get(0).parts().get(0).position());
      }
    }
    return new Row(terms, positions);
  }
}
