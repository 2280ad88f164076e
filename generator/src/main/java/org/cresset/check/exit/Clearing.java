package org.cresset.check.exit;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Clears of suspicion what stands in the edition's own texts as well. */
final class Clearing {
  private final Suspects suspects;
  private final Names names;
  private final Runs words;
  private final Present present;

  /**
   * A text of the edition.
   *
   * @param words those of the suspects that it has as it is written
   */
  private record Text(Supplier<Stream<byte[]>> rendered, BitSet words) {}

  /**
   * @param names those that are suspected
   */
  Clearing(Suspects suspects, Names names) {
    this.suspects = suspects;
    this.names = names;
    this.words = new Runs(LongStream.concat(suspects.words(), names.words()).toArray());
    this.present = new Present(words, suspects.pieces());
  }

  /** Goes by the texts as they are written; as rendered only as far as that is not enough. */
  void by(Stream<Own> own) {
    List<Text> texts =
        own.map(text -> new Text(text.rendered(), present.pieces(text.written()))).toList();
    settle();
    render(texts.parallelStream().filter(this::isPromising));
    render(texts.parallelStream());
  }

  private void render(Stream<Text> texts) {
    if (!suspects.isEmpty()) {
      texts.forEach(text -> text.rendered().get().forEach(present::pieces));
      settle();
    }
  }

  /** Whether it has all words of a row that is not explained yet. */
  private boolean isPromising(Text text) {
    return suspects.hasRow(word -> text.words().get(words.find(word)), present::hasRow);
  }

  private void settle() {
    suspects.clearRows(present::hasRow);
    suspects.keepNames(names.beside(present::hasWord).texts());
  }
}
