package org.cresset.check.exit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of some words and rows of words a number of texts have. Safe for several threads. */
final class Present {
  private final Runs wantedWords;
  private final Runs wantedRows;
  private final Set<Long> words = ConcurrentHashMap.newKeySet();
  // Threads only ever set a place to true, and are joined before it is read.
  private final boolean[] rows;

  Present(Runs wantedWords, Runs wantedRows) {
    this.wantedWords = wantedWords;
    this.wantedRows = wantedRows;
    this.rows = new boolean[wantedRows.size()];
  }

  /** Takes a text's words and its full rows. */
  void whole(byte[] text) {
    Words.each(
        text,
        Form.TEXT,
        (word, row) -> {
          word(word);
          if (row.isFull()) {
            row(row.hash());
          }
        });
  }

  /** Takes a text's words and rows of any length. */
  void pieces(byte[] text) {
    Words.each(
        text,
        Form.TEXT,
        (word, row) -> {
          word(word);
          row.ends(this::row);
        });
  }

  private void word(long word) {
    if (wantedWords.find(word) >= 0) {
      words.add(word);
    }
  }

  private void row(long hash) {
    int place = wantedRows.find(hash);
    if (place >= 0) {
      rows[place] = true;
    }
  }

  Set<Long> words() {
    return words;
  }

  /** By their places in what was wanted. */
  boolean[] rows() {
    return rows;
  }

  boolean hasRow(long hash) {
    int place = wantedRows.find(hash);
    return place >= 0 && rows[place];
  }
}
