package org.cresset.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Reads the terms of an index. */
final class Terms {
  /** A beginning that fits more terms stands for the first of them only. */
  static final int MOST = 256;

  private final IndexReader reader;
  private final Stemmer stemmer = new Stemmer();

  Terms(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * The terms for which a beginning stands: by the order of all terms and written forms, the first
   * {@value #MOST}; a written form stands for its stem.
   */
  List<String> beginningWith(String start) throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    for (String field : List.of(Index.TEXT, Index.TITLE, Index.FORM)) {
      keys.addAll(in(field, start, t -> true, MOST));
    }
    return keys.stream().limit(MOST).map(stemmer::stem).distinct().toList();
  }

  /** The terms of a field that begin so and pass. */
  List<String> in(String field, String start, Predicate<String> wanted, int most)
      throws IOException {
    List<String> found = new ArrayList<>();
    org.apache.lucene.index.Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return found;
    }
    TermsEnum all = terms.iterator();
    if (all.seekCeil(new BytesRef(start)) == TermsEnum.SeekStatus.END) {
      return found;
    }
    for (BytesRef t = all.term(); t != null && found.size() < most; t = all.next()) {
      String term = t.utf8ToString();
      if (!term.startsWith(start)) {
        break;
      }
      if (wanted.test(term)) {
        found.add(term);
      }
    }
    return found;
  }
}
