package org.cresset.check.exit;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Looks through the finished bytes of an edition for ids, titles and runs of eight words of what
 * was withheld, as far as they don't occur in what the edition may show. A hit is a fault of the
 * program.
 */
public final class ExitSearch {
  private final Names names;
  private final Runs runs;
  private final Supplier<List<byte[]>> own;

  /**
   * @param withheldNames ids and titles
   * @param withheldTexts everything cut
   * @param own what the edition may show, and the words of the templates; asked for only when
   *     something is found that may be the edition's own
   */
  public ExitSearch(
      Collection<String> withheldNames,
      Collection<String> withheldTexts,
      Supplier<List<byte[]>> own) {
    this.own = own;
    this.runs = new Runs(withheldTexts.parallelStream().flatMapToLong(ExitSearch::runs).toArray());
    this.names = new Names(withheldNames);
  }

  /** Whether there is nothing to look for. */
  public boolean isIdle() {
    return runs.isEmpty() && names.isEmpty();
  }

  /**
   * What of the withheld the files show, in words fit for the team alone; empty as a rule.
   *
   * @param paths whose suffixes decide how the bytes are read
   */
  public Optional<String> trace(Collection<String> paths, Function<String, byte[]> content) {
    Suspects suspects = new Suspects();
    paths.parallelStream().forEach(path -> look(path, content.apply(path), suspects));
    if (!suspects.isEmpty()) {
      List<byte[]> texts = own.get();
      suspects.clearRows(present(texts, suspects.pieces(true), Window.RUN));
      suspects.clearNames(harmless(texts, suspects.names()));
      Set<Long> pieces = suspects.pieces(false);
      if (!pieces.isEmpty()) {
        suspects.clearJoined(present(texts, pieces, 1));
      }
    }
    return suspects.first();
  }

  private void look(String path, byte[] content, Suspects suspects) {
    look(path, Form.TEXT, ExitSearch.bytes(path), suspects);
    look(path, Form.of(path), content, suspects);
  }

  private void look(String path, Form form, byte[] text, Suspects suspects) {
    Words.each(
        text,
        form,
        (word, row) -> {
          names.endingAt(word, row).forEach(name -> suspects.name(name, path));
          if (row.isFull()) {
            long hash = row.hash(Window.RUN);
            if (runs.contains(hash)) {
              suspects.row(hash, row.words(), path);
            }
          }
        });
  }

  /** Which of the rows of words, of at least that length, these texts hold. */
  private static Set<Long> present(List<byte[]> texts, Set<Long> wanted, int shortest) {
    Set<Long> present = ConcurrentHashMap.newKeySet();
    texts.parallelStream()
        .forEach(text ->
            Words.each(
                text,
                Form.TEXT,
                (word, row) -> {
                  for (int length = shortest; length <= row.size(); length++) {
                    long hash = row.hash(length);
                    if (wanted.contains(hash)) {
                      present.add(hash);
                    }
                  }
                }));
    return present;
  }

  /** A name tells something only through a word that the edition has nowhere. */
  private Set<String> harmless(List<byte[]> texts, Set<String> suspected) {
    if (suspected.isEmpty()) {
      return Set.of();
    }
    Set<Long> wanted = names.words(suspected);
    Set<Long> present = ConcurrentHashMap.newKeySet();
    texts.parallelStream()
        .forEach(text ->
            Words.each(
                text,
                Form.TEXT,
                (word, row) -> {
                  if (wanted.contains(word)) {
                    present.add(word);
                  }
                }));
    return names.within(suspected, present);
  }

  private static LongStream runs(String text) {
    LongStream.Builder hashes = LongStream.builder();
    Words.each(
        bytes(text),
        Form.TEXT,
        (word, row) -> {
          if (row.isFull()) {
            hashes.add(row.hash(Window.RUN));
          }
        });
    return hashes.build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
