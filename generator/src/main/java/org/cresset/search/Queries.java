package org.cresset.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Queries as Lucene understands them. Words are looked for in title and text and ranked by BM25;
 * fields only filter. A word that no document has is taken as the beginning of one.
 */
final class Queries {
  private final IndexReader reader;
  private final Terms terms;
  private final Analysis analysis = new Analysis();

  Queries(IndexReader reader) {
    this.reader = reader;
    this.terms = new Terms(reader);
  }

  /**
   * @param any whether one of the words is enough
   * @return nothing where the query has no clause that means anything, or where {@code any} would
   *     make no difference
   */
  Optional<org.apache.lucene.search.Query> of(Query query, boolean any) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int words = 0;
    int others = 0;
    for (Query.Clause clause : query.clauses()) {
      Optional<org.apache.lucene.search.Query> made = clause(clause);
      if (made.isEmpty()) {
        continue;
      }
      boolean word = clause.field().isEmpty() && !clause.excluded();
      words += word ? 1 : 0;
      others += word ? 0 : 1;
      all.add(made.get(), word ? any ? Occur.SHOULD : Occur.MUST : filter(clause));
    }
    if (words + others == 0 || (any && words < 2)) {
      return Optional.empty();
    }
    all.setMinimumNumberShouldMatch(any ? 1 : 0);
    return Optional.of(
        words > 0 ? all.build() : all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER).build());
  }

  private static Occur filter(Query.Clause clause) {
    return clause.excluded() ? Occur.MUST_NOT : Occur.FILTER;
  }

  private Optional<org.apache.lucene.search.Query> clause(Query.Clause clause) throws IOException {
    if (clause.field().isPresent()) {
      return field(clause, clause.field().get());
    }
    Optional<Wanted> wanted = Wanted.of(clause, analysis);
    return wanted.isEmpty() ? Optional.empty() : Optional.of(free(wanted.get()));
  }

  private org.apache.lucene.search.Query free(Wanted wanted) throws IOException {
    return switch (wanted) {
      case Wanted.One(String term, String form) when isUnknown(term) -> beginning(form);
      case Wanted.Beginning(String start) -> beginning(start);
      case Wanted.One one -> either(one(Index.TITLE, one), one(Index.TEXT, one));
      case Wanted.Row row -> either(row(Index.TITLE, row), row(Index.TEXT, row));
    };
  }

  private boolean isUnknown(String term) throws IOException {
    return reader.docFreq(new Term(Index.TITLE, term)) == 0
        && reader.docFreq(new Term(Index.TEXT, term)) == 0;
  }

  private org.apache.lucene.search.Query beginning(String start) throws IOException {
    List<String> found = terms.beginningWith(start);
    return either(set(Index.TITLE, found), set(Index.TEXT, found));
  }

  private static org.apache.lucene.search.Query either(
      org.apache.lucene.search.Query title, org.apache.lucene.search.Query text) {
    return new BooleanQuery.Builder()
        .add(new BoostQuery(title, Index.TITLE_BOOST), Occur.SHOULD)
        .add(text, Occur.SHOULD)
        .build();
  }

  private static org.apache.lucene.search.Query one(String field, Wanted.One one) {
    return new TermQuery(new Term(field, one.term()));
  }

  private static org.apache.lucene.search.Query row(String field, Wanted.Row row) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int i = 0; i < row.terms().size(); i++) {
      phrase.add(new Term(field, row.terms().get(i)), row.positions().get(i));
    }
    return phrase.build();
  }

  private static org.apache.lucene.search.Query set(String field, List<String> terms) {
    List<BytesRef> bytes = new ArrayList<>();
    terms.forEach(t -> bytes.add(new BytesRef(t)));
    return new ConstantScoreQuery(new TermInSetQuery(field, bytes));
  }

  private Optional<org.apache.lucene.search.Query> field(Query.Clause clause, Field field)
      throws IOException {
    String name = field.token();
    if (field.form() != Field.Form.WORDS) {
      Range range = Range.of(field.form(), clause.text());
      boolean prefix = clause.form() == Query.Form.PREFIX;
      List<String> values =
          terms.in(
              name,
              prefix ? clause.text() : range.prefix(),
              prefix ? v -> true : range.test(),
              Integer.MAX_VALUE);
      return Optional.of(set(name, values));
    }
    Optional<Wanted> wanted = Wanted.of(clause, analysis);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (wanted.get()) {
          case Wanted.One one -> one(name, one);
          case Wanted.Row row -> row(name, row);
          case Wanted.Beginning(String start) ->
              set(name, terms.in(name, start, v -> true, Integer.MAX_VALUE));
        });
  }
}
