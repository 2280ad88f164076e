package org.cresset.git;

import java.nio.ByteBuffer;

/** Takes each file that was compressed for a pack, so that nobody need compress it again. */
@FunctionalInterface
public interface Deflated {
  /** Takes nothing. */
  Deflated IGNORED = (path, content, zlib) -> {};

  /**
   * One file; they come in the order of their paths, from one thread.
   *
   * @param zlib the content compressed, RFC 1950
   */
  void file(String path, byte[] content, ByteBuffer zlib);
}
