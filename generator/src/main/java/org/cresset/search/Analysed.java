package org.cresset.search;

import java.util.List;

/**
 * An article as the inverted index takes it. Terms are numbers in one {@link Lexicon}; in a row of
 * them each is twice its number, plus one if its position is one on from the term before.
 *
 * @param order date and id
 * @param stored what is shown and counted
 * @param forms each written form once
 * @param fields the rows of fields that have words; the field's name is part of each term
 * @param values each date, number and address once
 */
record Analysed(
    String order,
    byte[] stored,
    int[] text,
    int[] title,
    int[] forms,
    List<int[]> fields,
    int[] values) {

  /** How many words a row has. */
  static int words(int[] row) {
    int words = 0;
    for (int term : row) {
      words += term & 1;
    }
    return words;
  }
}
