package org.cresset.check.exit;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A fixed set of hashes, small and quick to ask. */
final class Runs {
  private final long[] sorted;
  private final long[] filter;
  private final int shift;

  Runs(long[] hashes) {
    this.sorted = Arrays.stream(hashes).parallel().sorted().distinct().toArray();
    int bits = Math.max(6, 36 - Integer.numberOfLeadingZeros(sorted.length));
    this.shift = Long.SIZE - Math.min(bits, 26);
    this.filter = new long[1 << (Long.SIZE - shift - 6)];
    for (long hash : sorted) {
      for (int slot : new int[] {first(hash), second(hash)}) {
        filter[slot >>> 6] |= 1L << slot;
      }
    }
  }

  /** Where a hash is, or a negative number. */
  int find(long hash) {
    return isSet(first(hash)) && isSet(second(hash)) ? Arrays.binarySearch(sorted, hash) : -1;
  }

  int size() {
    return sorted.length;
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  /**
   * The others.
   *
   * @param known by the places that {@link #find} gives
   */
  Runs without(boolean[] known) {
    return new Runs(
        IntStream.range(0, sorted.length)
            .filter(i -> !known[i])
            .mapToLong(i -> sorted[i])
            .toArray());
  }

  private boolean isSet(int slot) {
    return (filter[slot >>> 6] & 1L << slot) != 0;
  }

  private int first(long hash) {
    return (int) (hash * 0xBF58476D1CE4E5B9L >>> shift);
  }

  private int second(long hash) {
    return (int) (hash * 0x94D049BB133111EBL >>> shift);
  }
}
