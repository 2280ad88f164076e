package org.cresset.search;

/**
 * A term of the inverted index.
 *
 * @param key the term; after the field's name and a space where it is a field's value
 * @param postings packed, as {@link Posting} reads them
 * @param positions packed, for each document: the steps from one place in the text to the next,
 *     then those in the title; empty for dates, numbers and addresses
 * @param forms packed, for each document that has this as a written form of another term: how many
 *     documents on from the one before
 */
record Entry(String key, byte[] postings, byte[] positions, byte[] forms) {
  boolean isEmpty() {
    return postings.length == 0 && forms.length == 0;
  }
}
