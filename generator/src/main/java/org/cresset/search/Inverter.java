package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * Turns documents into entries by term. How much there is of each term is counted first, so that
 * all of it can be laid out in one array, term after term, and packed from there.
 */
final class Inverter {
  /** Beside its number, what a document's mark carries. */
  private static final int FORM = 1;

  private final Lexicon lexicon;
  private final int[] ends;
  private final int[] lastDoc;
  private int[] laid = new int[0];
  private boolean counting = true;
  private int doc = 0;

  Inverter(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.ends = new int[lexicon.size()];
    this.lastDoc = new int[lexicon.size()];
  }

  /**
   * The entries by key.
   *
   * @param documents by number
   */
  List<Entry> entries(SortedMap<Integer, Analysed> documents) {
    pass(documents);
    int total = 0;
    for (int i = 0; i < ends.length; i++) {
      int size = ends[i];
      ends[i] = total;
      total = Math.addExact(total, size);
    }
    laid = new int[total];
    counting = false;
    pass(documents);
    return packed();
  }

  private void pass(SortedMap<Integer, Analysed> documents) {
    Arrays.fill(lastDoc, -1);
    documents.forEach((number, a) -> {
      doc = number;
      row(a.text(), 0);
      row(a.title(), 1);
      a.fields().forEach(f -> row(f, 0));
      for (int value : a.values()) {
        mark(value);
      }
      for (int form : a.forms()) {
        lay(form, -1 - (2 * doc + FORM));
      }
    });
  }

  /** A term's places in a document follow the document's own mark, which is negative. */
  private void row(int[] row, int title) {
    int position = -1;
    for (int term : row) {
      position += term & 1;
      if (lastDoc[term >> 1] != doc) {
        mark(term >> 1);
      }
      lay(term >> 1, 2 * position + title);
    }
  }

  private void mark(int term) {
    lastDoc[term] = doc;
    lay(term, -1 - 2 * doc);
  }

  private void lay(int term, int value) {
    int at = ends[term]++;
    if (!counting) {
      laid[at] = value;
    }
  }

  private List<Entry> packed() {
    Packing packing = new Packing();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0, from = 0; i < ends.length; from = ends[i++]) {
      if (ends[i] > from) {
        entries.add(packing.entry(lexicon.term(i), laid, from, ends[i]));
      }
    }
    entries.sort(Comparator.comparing(Entry::key));
    return entries;
  }

  /** Packs what was laid out of one term. */
  private static final class Packing {
    private final Packed postings = new Packed();
    private final Packed positions = new Packed();
    private final Packed forms = new Packed();
    private int open = -1;
    private int closed = 0;
    private int lastForm = 0;
    private int inText = 0;
    private int inTitle = 0;
    private int last = 0;

    Entry entry(String key, int[] laid, int from, int to) {
      closed = 0;
      lastForm = 0;
      for (int i = from; i < to; i++) {
        if (laid[i] >= 0) {
          place(laid[i] >> 1, (laid[i] & 1) == 1);
        } else {
          mark(-1 - laid[i]);
        }
      }
      close();
      return new Entry(key, postings.take(), positions.take(), forms.take());
    }

    private void mark(int mark) {
      if ((mark & 1) == FORM) {
        forms.number((mark >> 1) - lastForm);
        lastForm = mark >> 1;
      } else {
        close();
        open = mark >> 1;
      }
    }

    private void place(int position, boolean title) {
      boolean first = title ? inTitle++ == 0 : inText++ == 0;
      positions.number(first ? position : position - last);
      last = position;
    }

    /** A value without places stands once in its document. */
    private void close() {
      if (open >= 0) {
        Posting.write(open - closed, inText + inTitle == 0 ? 1 : inText, inTitle, postings);
        closed = open;
        open = -1;
      }
      inText = 0;
      inTitle = 0;
    }
  }
}
