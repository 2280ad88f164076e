package org.cresset.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

  private final List<String> terms;

  /**
   * @param terms by their numbers
   */
  Inverter(List<String> terms) {
    this.terms = terms;
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
    int chunks = (terms.size() + PACKED_AT_ONCE - 1) / PACKED_AT_ONCE;
    return IntStream.range(0, chunks)
        .parallel()
        .mapToObj(chunk -> packed(chunk * PACKED_AT_ONCE, laid, ends))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Entry::key))
        .toList();
  }

  private List<Entry> packed(int first, int[] laid, int[] ends) {
    Packing packing = new Packing();
    List<Entry> entries = new ArrayList<>();
    int from = first == 0 ? 0 : ends[first - 1];
    for (int i = first; i < Math.min(first + PACKED_AT_ONCE, ends.length); from = ends[i++]) {
      if (ends[i] > from) {
        entries.add(packing.entry(terms.get(i), laid, from, ends[i]));
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
