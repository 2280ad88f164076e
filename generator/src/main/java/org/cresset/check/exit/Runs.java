package org.cresset.check.exit;

import java.util.Arrays;
import java.util.BitSet;

/** A fixed set of hashes, small and quick to ask. */
final class Runs {
  private final long[] sorted;
  private final BitSet filter = new BitSet(1 << 24);

  Runs(long[] hashes) {
    this.sorted = Arrays.stream(hashes).sorted().distinct().toArray();
    for (long hash : sorted) {
      filter.set(slot(hash));
    }
  }

  boolean contains(long hash) {
    return filter.get(slot(hash)) && Arrays.binarySearch(sorted, hash) >= 0;
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  private static int slot(long hash) {
    return (int) (hash ^ (hash >>> 33)) & ((1 << 24) - 1);
  }
}
