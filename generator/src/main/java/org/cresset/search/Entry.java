package org.cresset.search;

/**
 * A term of the export's dictionary.
 *
 * @param key the term; after the field's name and a space where it is a field's value
 * @param postings packed, for each document: how many documents on from the one before, twice the
 *     number of times it stands in the text plus one if it is in the title too, then how often
 *     there; empty for a written form that stands for its stem
 * @param positions packed, for each document: the steps from one place in the text to the next,
 *     then those in the title
 */
record Entry(String key, String postings, String positions) implements Comparable<Entry> {
  @Override
  public int compareTo(Entry other) {
    return key.compareTo(other.key);
  }
}
