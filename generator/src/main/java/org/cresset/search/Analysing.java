package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes of documents what the inverted index takes. Not for several threads at once. */
final class Analysing {
  private final Lexicon lexicon;
  private final Analysis analysis;
  private final Row row = new Row();

  Analysing(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.analysis = new Analysis(lexicon);
  }

  Analysed of(SearchDocument d) {
    row.forms.clear();
    Set<String> values = new TreeSet<>();
    int[] title = row(d.title());
    int[] text = row(d.text());
    row.addresses.forEach(address -> values.add(key(Field.IP, address)));
    int[] forms = row.forms.stream().toArray();
    List<int[]> fields = new ArrayList<>();
    d.values().forEach((field, all) -> all.forEach(v -> value(field, v, values)));
    for (Field field : Field.values()) {
      if (field.form() == Field.Form.WORDS) {
        fields.add(words(field, d.values().getOrDefault(field, List.of())));
      }
    }
    int[] exact = values.stream().mapToInt(lexicon::number).toArray();
    return new Analysed(d.order(), Stored.of(d).bytes(), text, title, forms, fields, exact);
  }

  private int[] row(String text) {
    row.start();
    analysis.terms(text, row);
    return row.take();
  }

  private static void value(Field field, String value, Set<String> into) {
    if (field == Field.IP) {
      into.add(key(field, Letters.lower(value)));
    } else if (field.form() != Field.Form.WORDS) {
      into.add(key(field, value));
    }
  }

  /** The terms of a field's values, and beside each the form it was written in. */
  private int[] words(Field field, List<String> values) {
    row.start();
    for (String value : values) {
      int last = -1;
      for (Token t : analysis.tokens(value)) {
        row.add(lexicon.number(key(field, t.term())), t.position() != last);
        if (!t.term().equals(t.form())) {
          row.add(lexicon.number(key(field, t.form())), false);
        }
        last = t.position();
      }
    }
    return row.take();
  }

  private static String key(Field field, String term) {
    return field.token() + " " + term;
  }

  private static final class Row implements Analysis.Terms {
    private final BitSet forms = new BitSet();
    private final Set<String> addresses = new TreeSet<>();
    private int[] terms = new int[1024];
    private int count = 0;
    private int last = -1;

    void start() {
      count = 0;
      last = -1;
      addresses.clear();
    }

    int[] take() {
      return Arrays.copyOf(terms, count);
    }

    void add(int number, boolean step) {
      if (count == terms.length) {
        terms = Arrays.copyOf(terms, 2 * count);
      }
      terms[count++] = 2 * number + (step ? 1 : 0);
    }

    @Override
    public void term(int number, int position) {
      add(number, position != last);
      last = position;
    }

    @Override
    public void form(int number) {
      forms.set(number);
    }

    @Override
    public void address(String term) {
      addresses.add(term);
    }
  }
}
