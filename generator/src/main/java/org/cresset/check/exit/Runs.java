package org.cresset.check.exit;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** A fixed set of hashes, quick to ask; most of what is asked for is not there. */
final class Runs {
  private static final long FREE = 0;

  private final long[] table;
  private final int tableShift;
  private final long[] filter;
  private final int filterShift;
  private final boolean empty;

  Runs(long... hashes) {
    int bits = Math.max(6, Integer.SIZE - Integer.numberOfLeadingZeros(hashes.length));
    this.table = new long[2 << bits];
    this.tableShift = Long.SIZE - bits - 1;
    int filterBits = Math.min(bits + 4, 26);
    this.filter = new long[1 << (filterBits - 6)];
    this.filterShift = Long.SIZE - filterBits;
    this.empty = hashes.length == 0;
    for (long hash : hashes) {
      add(hash);
    }
  }

  private void add(long hash) {
    int place = place(hash);
    if (table[place] == FREE) {
      table[place] = taken(hash);
      filter[first(hash) >>> 6] |= 1L << first(hash);
      filter[second(hash) >>> 6] |= 1L << second(hash);
    }
  }

  /** The place of a hash, which is below {@link #places}; or a negative number. */
  int find(long hash) {
    return isSet(first(hash)) && isSet(second(hash)) ? search(hash) : -1;
  }

  private int search(long hash) {
    int place = place(hash);
    return table[place] == FREE ? -1 : place;
  }

  int places() {
    return table.length;
  }

  boolean isEmpty() {
    return empty;
  }

  /** The others. */
  Runs without(LongPredicate known) {
    return new Runs(
        Arrays.stream(table).filter(hash -> hash != FREE && !known.test(hash)).toArray());
  }

  /** Where a hash is, or a free place for it. */
  private int place(long hash) {
    int place = (int) (hash * 0xBF58476D1CE4E5B9L >>> tableShift);
    while (table[place] != FREE && table[place] != taken(hash)) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  /** A hash as it stands in the table, where no hash looks like a free place. */
  private static long taken(long hash) {
    return hash == FREE ? 1 : hash;
  }

  private boolean isSet(int slot) {
    return (filter[slot >>> 6] & 1L << slot) != 0;
  }

  private int first(long hash) {
    return (int) (hash * 0xBF58476D1CE4E5B9L >>> filterShift);
  }

  private int second(long hash) {
    return (int) (hash * 0x94D049BB133111EBL >>> filterShift);
  }
}
