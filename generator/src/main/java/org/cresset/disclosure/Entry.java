package org.cresset.disclosure;

/**
 * One way in which an organisation may be named.
 *
 * @param exact the folded form that the mended text must have, with its punctuation; empty where
 *     words alone count
 * @param letters how it must be written
 */
record Entry(String organisation, Sort sort, String exact, Letters letters) {
  /** What a single word must look like, so that it is not taken for another. */
  enum Letters {
    /** It may be written in any way. */
    ANY,
    /** Short, as an abbreviation: written as registered. */
    AS_REGISTERED,
    /** A word of the language as well: with a capital, and not where every word has one. */
    CAPITAL
  }
}
