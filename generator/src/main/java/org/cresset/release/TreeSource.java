package org.cresset.release;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tree to verify: a folder, an archive, or a site on the network. Safe for several threads. */
interface TreeSource extends AutoCloseable {
  /** A file; throws if it isn't there or isn't a regular file. */
  byte[] read(String path) throws IOException;

  /** Its SHA-256; empty if it isn't there. */
  Optional<String> hash(String path) throws IOException;

  /** All files in no order, or empty where they can't be listed, as on a web server. */
  Optional<Set<String>> files() throws IOException;

  /** What is neither file nor folder. */
  List<String> special() throws IOException;

  @Override
  default void close() throws IOException {}
}
