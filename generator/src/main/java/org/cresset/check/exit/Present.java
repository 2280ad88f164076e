package org.cresset.check.exit;

import java.util.BitSet;

/** Which of some words and rows of words a number of texts have. Safe for several threads. */
final class Present {
  private final Runs wantedWords;
  private final Runs wantedRows;
  // Threads only ever set a place to true. One that reads too early finds less explained than is,
  // and so renders a text more.
  private final boolean[] words;
  private final boolean[] rows;

  Present(Runs wantedWords, Runs wantedRows) {
    this.wantedWords = wantedWords;
    this.wantedRows = wantedRows;
    this.words = new boolean[wantedWords.places()];
    this.rows = new boolean[wantedRows.places()];
  }

  /** Takes a text's words and its full rows. */
  void whole(byte[] text) {
    Words.each(
        text,
        Form.TEXT,
        (word, row) -> {
          set(wantedWords.find(word), words);
          if (row.isFull()) {
            set(wantedRows.find(row.hash()), rows);
          }
        });
  }

  /**
   * Takes a text's words and rows of any length, as far as they are of wanted words alone.
   *
   * @return the words, by their places in what was wanted
   */
  BitSet pieces(byte[] text) {
    BitSet found = new BitSet();
    Words.each(
        text,
        Form.TEXT,
        new Words.Taker() {
          private int inRow = 0;

          @Override
          public void word(long hash, Window row) {
            int place = wantedWords.find(hash);
            inRow = place < 0 ? 0 : inRow + 1;
            if (place >= 0) {
              found.set(place);
              row.ends(inRow, end -> set(wantedRows.find(end), rows));
            }
          }
        });
    found.stream().forEach(place -> words[place] = true);
    return found;
  }

  private static void set(int place, boolean[] places) {
    if (place >= 0) {
      places[place] = true;
    }
  }

  boolean hasWord(long hash) {
    int place = wantedWords.find(hash);
    return place >= 0 && words[place];
  }

  boolean hasRow(long hash) {
    int place = wantedRows.find(hash);
    return place >= 0 && rows[place];
  }
}
