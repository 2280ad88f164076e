package org.cresset.search;

/**
 * A document in the inverted index.
 *
 * @param key digest of what it was made of
 * @param order date and id
 * @param stored what is shown and counted
 * @param textWords how many words its text has
 * @param textTerms how many terms
 */
record Held(
    String key,
    String order,
    byte[] stored,
    int textWords,
    int textTerms,
    int titleWords,
    int titleTerms) {

  static Held of(String key, Analysed a) {
    return new Held(
        key,
        a.order(),
        a.stored(),
        Analysed.words(a.text()),
        a.text().length,
        Analysed.words(a.title()),
        a.title().length);
  }
}
