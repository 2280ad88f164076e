package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Turns documents into entries by term. How much there is of each term is counted first, so that
 * all of it can be laid out in one array, term after term, and packed from there. Both is done for
 * several parts of the documents at once.
 */
final class Inverter {
  /** Beside its number, what a document's mark carries. */
  static final int FORM = 1;

  private static final int PARTS = 4;
  private static final int PACKED_AT_ONCE = 4096;

  private final Lexicon lexicon;
  private final List<String> terms;

  /**
   * @param lexicon to which nothing is added as long as this is at work
   */
  Inverter(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.terms = lexicon.terms();
  }

  /**
   * The entries by key.
   *
   * @param documents by number
   */
  List<Entry> entries(SortedMap<Integer, Analysed> documents) {
    List<Integer> numbers = List.copyOf(documents.keySet());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      int from = numbers.size() * i / PARTS;
      int to = numbers.size() * (i + 1) / PARTS;
      parts.add(new Part(numbers.subList(from, to), documents));
    }
    parts.parallelStream().forEach(Part::pass);
    int[] laid = new int[places(parts)];
    parts.parallelStream().forEach(part -> part.lay(laid));
    return packed(laid, parts.getLast().ends);
  }

  /** Gives each part its places in the rows of terms, and returns how many there are in all. */
  private int places(List<Part> parts) {
    int total = 0;
    for (int term = 0; term < terms.size(); term++) {
      for (Part part : parts) {
        int size = part.ends[term];
        part.ends[term] = total;
        total = Math.addExact(total, size);
      }
    }
    return total;
  }

  private List<Entry> packed(int[] laid, int[] ends) {
    List<Integer> order = lexicon.inOrder();
    int chunks = (order.size() + PACKED_AT_ONCE - 1) / PACKED_AT_ONCE;
    return IntStream.range(0, chunks)
        .parallel()
        .mapToObj(i ->
            order.subList(i * PACKED_AT_ONCE, Math.min(order.size(), (i + 1) * PACKED_AT_ONCE)))
        .flatMap(some -> packed(some, laid, ends).stream())
        .toList();
  }

  private List<Entry> packed(List<Integer> some, int[] laid, int[] ends) {
    Packing packing = new Packing();
    List<Entry> entries = new ArrayList<>();
    for (int term : some) {
      int from = term == 0 ? 0 : ends[term - 1];
      if (ends[term] > from) {
        entries.add(packing.entry(terms.get(term), laid, from, ends[term]));
      }
    }
    return entries;
  }

  /** Some of the documents. */
  private final class Part {
    private final List<Integer> numbers;
    private final Map<Integer, Analysed> documents;
    private final int[] ends = new int[terms.size()];
    private final int[] lastDoc = new int[terms.size()];
    private int[] laid = new int[0];
    private int doc = 0;

    Part(List<Integer> numbers, Map<Integer, Analysed> documents) {
      this.numbers = numbers;
      this.documents = documents;
    }

    void lay(int[] into) {
      laid = into;
      pass();
    }

    /** Counts as long as there is nothing to lay into. */
    void pass() {
      Arrays.fill(lastDoc, -1);
      for (int number : numbers) {
        doc = number;
        take(Optional.ofNullable(documents.get(number)).orElseThrow());
      }
    }

    private void take(Analysed a) {
      row(a.text(), 0);
      row(a.title(), 1);
      a.fields().forEach(f -> row(f, 0));
      for (int value : a.values()) {
        mark(value);
      }
      for (int form : a.forms()) {
        put(form, -1 - (2 * doc + FORM));
      }
    }

    /** A term's places in a document follow the document's own mark, which is negative. */
    private void row(int[] row, int title) {
      int position = -1;
      for (int term : row) {
        position += term & 1;
        if (lastDoc[term >> 1] != doc) {
          mark(term >> 1);
        }
        put(term >> 1, 2 * position + title);
      }
    }

    private void mark(int term) {
      lastDoc[term] = doc;
      put(term, -1 - 2 * doc);
    }

    private void put(int term, int value) {
      int at = ends[term]++;
      if (laid.length > 0) {
        laid[at] = value;
      }
    }
  }
}
