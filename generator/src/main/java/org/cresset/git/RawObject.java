package org.cresset.git;

import java.nio.ByteBuffer;

/**
 * An object ready for a pack.
 *
 * @param id 20 bytes
 * @param type its number in packs: 1 commit, 2 tree, 3 blob, 4 tag
 * @param size of the content before compression
 * @param packed the entry as it stands in a pack: header and compressed content
 */
record RawObject(Id id, int type, long size, byte[] packed) {
  static final int COMMIT = 1;
  static final int TREE = 2;
  static final int BLOB = 3;
  static final int TAG = 4;

  /** The compressed content alone: the header's bytes but its last say that more follow. */
  ByteBuffer zlib() {
    int at = 0;
    while (packed[at] < 0) {
      at++;
    }
    return ByteBuffer.wrap(packed, at + 1, packed.length - at - 1).slice();
  }
}
