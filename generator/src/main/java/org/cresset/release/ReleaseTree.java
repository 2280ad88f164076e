package org.cresset.release;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The files of a release that comes into being, on the disk or in memory, beside those of the
 * release before. Safe for several threads.
 */
interface ReleaseTree {
  Optional<PreviousRelease> previous();

  /** All files that the manifest will list, hash by path. */
  SortedMap<String, String> files();

  /** The hash of a file. */
  Optional<String> hash(String path);

  /** The hash that a path had in the previous release. */
  default Optional<String> before(String path) {
    return previous().map(p -> p.manifest().files().get(path));
  }

  /** A file's content. */
  byte[] read(String path) throws IOException;

  /** A file of the previous release, if it still is what that one's manifest says. */
  Optional<byte[]> readBefore(String path) throws IOException;

  /** Adds a file; the result is its hash. */
  String add(String path, byte[] content) throws IOException;

  /**
   * Takes a file of the previous release over as it is, or under another name.
   *
   * @param content just read from it
   */
  void carry(String from, String path, byte[] content) throws IOException;

  /** Writes a file that the manifest does not list, as the manifest itself. */
  void write(String path, byte[] content) throws IOException;

  /** Called when all but the chain and the manifest is there. */
  void clean() throws IOException;
}
