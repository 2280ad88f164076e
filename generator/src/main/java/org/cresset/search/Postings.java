package org.cresset.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Packs the terms of an index of one segment. */
final class Postings {
  private static final int NO_MORE = DocIdSetIterator.NO_MORE_DOCS;

  private final LeafReader reader;
  private final Packed postings = new Packed();
  private final Packed positions = new Packed();
  private final List<Entry> entries = new ArrayList<>();

  Postings(LeafReader reader) {
    this.reader = reader;
  }

  /** All entries, by key. */
  List<Entry> entries() throws IOException {
    words();
    for (Field field : Field.values()) {
      values(field.token());
    }
    forms();
    Collections.sort(entries);
    return entries;
  }

  private void words() throws IOException {
    TermsEnum text = terms(Index.TEXT);
    TermsEnum title = terms(Index.TITLE);
    BytesRef a = text.next();
    BytesRef b = title.next();
    while (a != null || b != null) {
      int order = a == null ? 1 : b == null ? -1 : a.compareTo(b);
      String key = (order <= 0 ? text : title).term().utf8ToString();
      merge(order <= 0 ? text : TermsEnum.EMPTY, order >= 0 ? title : TermsEnum.EMPTY);
      entries.add(new Entry(key, postings.take(), positions.take()));
      a = order <= 0 ? text.next() : a;
      b = order >= 0 ? title.next() : b;
    }
  }

  private void values(String field) throws IOException {
    TermsEnum terms = terms(field);
    for (BytesRef t = terms.next(); t != null; t = terms.next()) {
      merge(terms, TermsEnum.EMPTY);
      entries.add(new Entry(field + " " + t.utf8ToString(), postings.take(), positions.take()));
    }
  }

  private void forms() throws IOException {
    TermsEnum terms = terms(Index.FORM);
    TermsEnum text = terms(Index.TEXT);
    TermsEnum title = terms(Index.TITLE);
    for (BytesRef t = terms.next(); t != null; t = terms.next()) {
      if (!text.seekExact(t) && !title.seekExact(t)) {
        entries.add(new Entry(t.utf8ToString(), "", ""));
      }
    }
  }

  private TermsEnum terms(String field) throws IOException {
    Terms terms = reader.terms(field);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  private void merge(TermsEnum textTerm, TermsEnum titleTerm) throws IOException {
    PostingsEnum text = postings(textTerm);
    PostingsEnum title = postings(titleTerm);
    int a = next(text);
    int b = next(title);
    int last = 0;
    while (a != NO_MORE || b != NO_MORE) {
      int doc = Math.min(a, b);
      int inText = a == doc ? freq(text) : 0;
      int inTitle = b == doc ? freq(title) : 0;
      postings.number(doc - last).number(2 * inText + (inTitle > 0 ? 1 : 0));
      if (inTitle > 0) {
        postings.number(inTitle);
      }
      places(text, inText);
      places(title, inTitle);
      last = doc;
      a = a == doc ? next(text) : a;
      b = b == doc ? next(title) : b;
    }
  }

  private static int freq(@Nullable PostingsEnum of) throws IOException {
    return of == null ? 0 : of.freq();
  }

  private void places(@Nullable PostingsEnum of, int freq) throws IOException {
    int last = 0;
    for (int i = 0; i < freq && of != null; i++) {
      int position = of.nextPosition();
      if (position >= 0) {
        positions.number(position - last);
        last = position;
      }
    }
  }

  private static @Nullable PostingsEnum postings(TermsEnum term) throws IOException {
    return term == TermsEnum.EMPTY ? null : term.postings(null, PostingsEnum.POSITIONS);
  }

  private static int next(@Nullable PostingsEnum postings) throws IOException {
    return postings == null ? NO_MORE : postings.nextDoc();
  }
}
