package org.cresset.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Makes Lucene's documents of ours. Each is to be added before the next is made. */
final class Entries {
  private static final FieldType RANKED =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, false);
  private static final FieldType FILTER =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, true);
  private static final FieldType WRITTEN = type(IndexOptions.DOCS, true, true);
  private static final FieldType EXACT = type(IndexOptions.DOCS, false, true);

  private final Analysis analysis = new Analysis();
  private final List<TokenList> streams = new ArrayList<>();
  private int used = 0;

  Document of(SearchDocument d, String key) {
    used = 0;
    Document entry = new Document();
    entry.add(new StringField(Index.KEY, key, org.apache.lucene.document.Field.Store.NO));
    entry.add(new SortedDocValuesField(Index.KEY, new BytesRef(key)));
    entry.add(new SortedDocValuesField(Index.ORDER, new BytesRef(d.order())));
    entry.add(new StoredField(Index.STORED, Stored.of(d).bytes()));
    List<Token> title = analysis.tokens(d.title());
    List<Token> text = analysis.tokens(d.text());
    add(entry, Index.TITLE, title, RANKED);
    add(entry, Index.TEXT, text, RANKED);
    add(entry, Index.FORM, forms(title, text), WRITTEN);
    d.values().forEach((field, values) -> values(entry, field, values));
    addresses(entry, text, d);
    return entry;
  }

  private void values(Document entry, Field field, List<String> values) {
    for (String value : values) {
      if (field.form() == Field.Form.WORDS) {
        add(entry, field.token(), asWritten(analysis.tokens(value)), FILTER);
      } else if (field != Field.IP) {
        exact(entry, field, value);
      }
    }
  }

  /** The terms, and beside each the form it was written in. */
  private static List<Token> asWritten(List<Token> tokens) {
    List<Token> both = new ArrayList<>();
    for (Token t : tokens) {
      both.add(t);
      if (!t.term().equals(t.form())) {
        both.add(new Token(t.form(), t.form(), t.position(), t.start(), t.end(), false));
      }
    }
    return both;
  }

  /** The addresses that were observed, and those that stand anywhere in the text. */
  private void addresses(Document entry, List<Token> text, SearchDocument d) {
    SortedSet<String> addresses = new TreeSet<>();
    d.values().getOrDefault(Field.IP, List.of()).forEach(v -> addresses.add(Letters.lower(v)));
    for (Token t : text) {
      if (t.code() && t.term().length() <= 15 && Ipv4.address(t.term()).isPresent()) {
        addresses.add(t.term());
      }
    }
    addresses.forEach(a -> exact(entry, Field.IP, a));
  }

  private static void exact(Document entry, Field field, String value) {
    entry.add(new org.apache.lucene.document.Field(field.token(), value, EXACT));
  }

  private static List<Token> forms(List<Token> title, List<Token> text) {
    Set<String> forms = new HashSet<>();
    for (List<Token> tokens : List.of(title, text)) {
      for (Token t : tokens) {
        if (!t.term().equals(t.form())) {
          forms.add(t.form());
        }
      }
    }
    return forms.stream().map(f -> new Token(f, f, 0, 0, 0, false)).toList();
  }

  private void add(Document entry, String field, List<Token> tokens, FieldType type) {
    if (used == streams.size()) {
      streams.add(new TokenList());
    }
    TokenList stream = streams.get(used++).of(tokens);
    entry.add(new org.apache.lucene.document.Field(field, stream, type));
  }

  private static FieldType type(IndexOptions options, boolean words, boolean withoutNorms) {
    FieldType type = new FieldType();
    type.setTokenized(words);
    type.setIndexOptions(options);
    type.setOmitNorms(withoutNorms);
    type.freeze();
    return type;
  }
}
