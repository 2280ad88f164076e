package org.cresset.search;

/** Cuts the positions of a common term by document. */
final class Ranges {
  private Ranges() {}

  /**
   * The names of the shards, one after the other, up to the last one that has anything.
   *
   * @param range how many documents each is for
   */
  static String of(Entry entry, int range, Shards shards) {
    StringBuilder names = new StringBuilder();
    Packed part = new Packed();
    Posting posting = new Posting(entry);
    int end = range;
    while (posting.next()) {
      for (; posting.doc() >= end; end += range) {
        names.append(shards.packed(part.take()));
      }
      posting.places(part, entry.positions());
    }
    return names.append(shards.packed(part.take())).toString();
  }
}
