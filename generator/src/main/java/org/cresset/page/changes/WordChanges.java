package org.cresset.page.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cresset.page.changes.Piece.Fate;

/**
 * Word by word what became of a text. Of long rows of words that are gone only their number is
 * said: a passage that was taken back, or is for fewer readers now, is not printed again.
 */
public final class WordChanges {
  /** Rows of so many words tell one text from any other. */
  private static final int LONG = 8;

  /** Words that are kept around a change, at most. */
  private static final int CONTEXT = 12;

  private final String[] before;
  private final String[] after;
  private final List<Piece> pieces = new ArrayList<>();

  private WordChanges(String before, String after) {
    this.before = words(before);
    this.after = words(after);
  }

  /** The words of the later text, with those of the earlier one that they replace. */
  public static List<Piece> between(String before, String after) {
    return new WordChanges(before, after).pieces();
  }

  /** A text that was not there before. */
  static List<Piece> added(String text) {
    return List.of(new Piece(Fate.ADDED, text));
  }

  /** A text that is not there any more. */
  static List<Piece> gone(String text) {
    return List.of(new Piece(Fate.GONE, count(words(text).length)));
  }

  static String[] words(String text) {
    return text.isBlank() ? new String[0] : text.strip().split("\\s+");
  }

  private List<Piece> pieces() {
    int at = 0;
    for (Difference d : Difference.between(Arrays.asList(before), Arrays.asList(after))) {
      kept(at, d.newFrom(), at > 0, true);
      removed(d.oldFrom(), d.oldTo());
      add(Fate.ADDED, after, d.newFrom(), d.newTo());
      at = d.newTo();
    }
    kept(at, after.length, at > 0, false);
    return pieces;
  }

  private void kept(int from, int to, boolean afterChange, boolean beforeChange) {
    int head = afterChange ? CONTEXT : 0;
    int tail = beforeChange ? CONTEXT : 0;
    if (to - from <= head + tail + 1) {
      add(Fate.KEPT, after, from, to);
      return;
    }
    add(Fate.KEPT, after, from, from + head);
    pieces.add(new Piece(Fate.SKIPPED, "…"));
    add(Fate.KEPT, after, to - tail, to);
  }

  private void removed(int from, int to) {
    if (to - from < LONG) {
      add(Fate.REMOVED, before, from, to);
    } else {
      pieces.add(new Piece(Fate.GONE, count(to - from)));
    }
  }

  private void add(Fate fate, String[] words, int from, int to) {
    if (from < to) {
      pieces.add(new Piece(fate, String.join(" ", Arrays.copyOfRange(words, from, to))));
    }
  }

  private static String count(int words) {
    return words + (words == 1 ? " word" : " words");
  }
}
