package org.cresset.git;

import java.time.Instant;

/**
 * What the index knows of a file of the work tree.
 *
 * @param size of the file when it was last known to hold the blob, in bytes modulo 2^32
 * @param modified time of the file at that moment
 * @param racy whether the file may have changed afterwards within the same tick of the clock
 */
public record IndexEntry(TreeEntry entry, long size, Instant modified, boolean racy) {

  /** Whether a file of this size and time surely holds the blob. */
  public boolean holds(long fileSize, Instant fileModified) {
    return !racy
        && (fileSize & 0xffffffffL) == size
        && modified.getNano() != 0
        && modified.equals(fileModified);
  }
}
