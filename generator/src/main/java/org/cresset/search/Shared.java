package org.cresset.search;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.cresset.edition.Article;
import org.cresset.model.MarkedText;

/**
 * What several editions of one run have in common: articles that are the same to the letter are
 * analysed once. Safe for several threads.
 */
final class Shared {
  /** Terms held at most, so that a large library doesn't fill the memory. */
  private static final int MOST = 24_000_000;

  private final Documents documents;
  private final Lexicon lexicon = new Lexicon();
  private final Queue<Analysing> idle = new ConcurrentLinkedQueue<>();
  private final Map<String, Analysed> known = new ConcurrentHashMap<>();
  private final AtomicLong held = new AtomicLong();

  Shared(Function<MarkedText, String> plain) {
    this.documents = new Documents(plain);
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /**
   * An article analysed.
   *
   * @param key digest of all that this is made of
   */
  Analysed of(String key, Article article) {
    Analysed before = known.get(key);
    if (before != null) {
      return before;
    }
    Analysed analysed = analysed(documents.of(article));
    if (held.addAndGet(analysed.text().length) < MOST) {
      known.put(key, analysed);
    }
    return analysed;
  }

  private Analysed analysed(SearchDocument document) {
    Analysing analysing = Optional.ofNullable(idle.poll()).orElseGet(() -> new Analysing(lexicon));
    Analysed analysed = analysing.of(document);
    idle.add(analysing);
    return analysed;
  }
}
