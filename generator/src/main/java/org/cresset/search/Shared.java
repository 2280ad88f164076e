package org.cresset.search;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.cresset.edition.Article;
import org.cresset.model.MarkedText;

/**
 * What several editions of one run have in common: articles that are the same to the letter are
 * analysed once. Not for several threads at once.
 */
final class Shared {
  /** Terms held at most, so that a large library doesn't fill the memory. */
  private static final int MOST = 24_000_000;

  private final Documents documents;
  private final Lexicon lexicon = new Lexicon();
  private final Analysing analysing = new Analysing(lexicon);
  private final Map<String, Analysed> known = new HashMap<>();
  private int held = 0;

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
    Analysed analysed = analysing.of(documents.of(article));
    held += analysed.text().length;
    if (held < MOST) {
      known.put(key, analysed);
    }
    return analysed;
  }
}
