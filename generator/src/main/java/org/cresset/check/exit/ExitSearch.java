package org.cresset.check.exit;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cresset.parallel.Evenly;

/**
 * Looks through the finished bytes of an edition for ids, titles and runs of eight words of what
 * was withheld, as far as they don't occur in what the edition may show. A hit is a fault of the
 * program.
 */
public final class ExitSearch {
  private final Names names;
  private final Runs runs;
  private final Supplier<Stream<Own>> own;

  /**
   * @param withheldNames ids and titles; a name tells something only through a word that the
   *     edition has nowhere
   * @param withheldTexts everything cut
   * @param own what the edition may show, and the words of the templates; asked for again and again
   */
  public ExitSearch(
      Collection<String> withheldNames,
      Collection<String> withheldTexts,
      Supplier<Stream<Own>> own) {
    this(
        Names.of(withheldNames),
        new Runs(withheldTexts.parallelStream().flatMapToLong(ExitSearch::runs).toArray()),
        own);
  }

  private ExitSearch(Names names, Runs runs, Supplier<Stream<Own>> own) {
    this.names = names;
    this.runs = runs;
    this.own = own;
  }

  /** Whether there is nothing to look for. */
  public boolean isIdle() {
    return runs.isEmpty() && names.isEmpty();
  }

  /** The same but for what the edition's own texts have as they are written. */
  public ExitSearch telling() {
    Present present = new Present(new Runs(names.words().toArray()), runs);
    own.get().forEach(text -> present.whole(text.written()));
    return new ExitSearch(names.beside(present::hasWord), runs.without(present::hasRow), own);
  }

  /**
   * What of the withheld the files show, in words fit for the team alone; empty as a rule.
   *
   * @param paths whose suffixes decide how the bytes are read; {@code .terms} for terms of an index
   *     parted by blank lines
   */
  public Optional<String> trace(Collection<String> paths, Function<String, byte[]> content) {
    Suspects suspects = new Suspects();
    Evenly.each(paths, path -> look(path, content.apply(path), suspects));
    if (!suspects.isEmpty()) {
      new Clearing(suspects, names.only(suspects.names())).by(own.get());
    }
    return suspects.first();
  }

  private void look(String path, byte[] content, Suspects suspects) {
    look(path, Form.TEXT, bytes(path), suspects);
    look(path, Form.of(path), content, suspects);
  }

  private void look(String path, Form form, byte[] text, Suspects suspects) {
    // An index has the stems of the edition's words, and a stem may well be somebody's name.
    int least = form == Form.TERMS || path.startsWith("search/") ? 2 : 1;
    Words.each(
        text,
        form,
        (word, row) -> {
          List<String> ending = names.endingAt(word, row, least);
          // Nearly always so, and asked of every word that is published.
          if (!ending.isEmpty()) {
            ending.forEach(name -> suspects.name(name, path));
          }
          if (row.isFull() && runs.find(row.hash()) >= 0) {
            suspects.row(row.hash(), row.words(), path);
          }
        });
  }

  private static LongStream runs(String text) {
    LongStream.Builder hashes = LongStream.builder();
    Words.each(
        bytes(text),
        Form.TEXT,
        (word, row) -> {
          if (row.isFull()) {
            hashes.add(row.hash());
          }
        });
    return hashes.build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
