package org.cresset.check.exit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Looks through the finished bytes of an edition for ids, titles and runs of eight words of what
 * was withheld, as far as they don't occur in what the edition may show. A hit is a fault of the
 * program.
 */
public final class ExitSearch {
  private final Collection<String> withheldNames;
  private final Supplier<List<byte[]>> own;
  private final Runs all;
  private final AtomicReference<Sought> sought;

  /** What is looked for: runs of words, and names with words that make them suspect. */
  private record Sought(Runs runs, Set<String> names, Runs nameWords, boolean exact) {}

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
    this.withheldNames = withheldNames;
    this.own = own;
    this.all =
        new Runs(withheldTexts.parallelStream().flatMapToLong(t -> runs(bytes(t))).toArray());
    Set<String> names = new TreeSet<>(withheldNames);
    names.removeIf(n -> words(bytes(n)).isEmpty());
    this.sought = new AtomicReference<>(new Sought(all, names, first(names), false));
  }

  private static Runs first(Set<String> names) {
    return new Runs(names.stream().mapToLong(n -> words(bytes(n)).getFirst()).toArray());
  }

  /** Leaves out what is the edition's own as well; done once, and only if need be. */
  private synchronized Sought exactly() {
    Sought now = Objects.requireNonNull(sought.get());
    if (!now.exact()) {
      Set<Long> common = ConcurrentHashMap.newKeySet();
      Set<Long> ownWords = ConcurrentHashMap.newKeySet();
      Runs inNames =
          new Runs(
              withheldNames.stream()
                  .flatMap(n -> words(bytes(n)).stream())
                  .mapToLong(w -> w)
                  .toArray());
      own.get().parallelStream().forEach(text -> note(text, all, common, inNames, ownWords));
      Set<String> telling = new TreeSet<>(withheldNames);
      telling.removeIf(n -> !isTelling(bytes(n), ownWords));
      long[] tellingWords =
          telling.stream()
              .flatMap(n -> words(bytes(n)).stream())
              .filter(w -> !ownWords.contains(w))
              .mapToLong(w -> w)
              .toArray();
      now = new Sought(all.without(common), telling, new Runs(tellingWords), true);
      sought.set(now);
    }
    return now;
  }

  private static void note(
      byte[] text, Runs all, Set<Long> common, Runs inNames, Set<Long> ownWords) {
    Words.each(
        text,
        false,
        new Words.Taker() {
          @Override
          public void word(long hash) {
            if (inNames.contains(hash)) {
              ownWords.add(hash);
            }
          }

          @Override
          public void run(long hash) {
            if (all.contains(hash)) {
              common.add(hash);
            }
          }
        });
  }

  /** A name tells something only through a word that the edition has nowhere. */
  private static boolean isTelling(byte[] name, Set<Long> ownWords) {
    List<Long> words = words(name);
    return !words.isEmpty() && words.stream().anyMatch(w -> !ownWords.contains(w));
  }

  /** Whether there is nothing to look for. */
  public boolean isIdle() {
    return all.isEmpty() && withheldNames.isEmpty();
  }

  /**
   * What of the withheld a file shows, in words fit for the team alone; empty as a rule.
   *
   * @param path decides whether the bytes are markup
   */
  public Optional<String> trace(String path, byte[] content) {
    boolean markup = path.endsWith(".html") || path.endsWith(".atom") || path.endsWith(".xml");
    Sought now = Objects.requireNonNull(sought.get());
    Optional<String> found = look(now, markup, content);
    return found.isEmpty() || now.exact() ? found : look(exactly(), markup, content);
  }

  private static Optional<String> look(Sought now, boolean markup, byte[] content) {
    String[] found = {""};
    boolean[] suspect = {false};
    Words.each(
        content,
        markup,
        new Words.Taker() {
          @Override
          public void word(long hash) {
            suspect[0] |= now.nameWords().contains(hash);
          }

          @Override
          public void run(long hash) {
            if (now.runs().contains(hash)) {
              found[0] = "eight words in a row of a withheld text";
            }
          }
        });
    if (found[0].isEmpty() && suspect[0]) {
      return now.exact() ? name(now, content) : Optional.of("a word of a withheld name");
    }
    return Optional.of(found[0]).filter(f -> !f.isEmpty());
  }

  private static Optional<String> name(Sought now, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return now.names().stream().filter(text::contains).findFirst().map(n -> "the name '" + n + "'");
  }

  private static LongStream runs(byte[] text) {
    LongStream.Builder hashes = LongStream.builder();
    Words.each(
        text,
        false,
        new Words.Taker() {
          @Override
          public void word(long hash) {}

          @Override
          public void run(long hash) {
            hashes.add(hash);
          }
        });
    return hashes.build();
  }

  private static List<Long> words(byte[] text) {
    List<Long> words = new ArrayList<>();
    Words.each(
        text,
        false,
        new Words.Taker() {
          @Override
          public void word(long hash) {
            words.add(hash);
          }

          @Override
          public void run(long hash) {}
        });
    return words;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
