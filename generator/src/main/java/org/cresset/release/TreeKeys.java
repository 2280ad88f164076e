package org.cresset.release;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;

/**
 * The public keys that a tree publishes. They count only where something pinned vouches for them: a
 * fingerprint, or the manifest once it was found good.
 */
record TreeKeys(List<Certificate> all) {
  /** Reads a file of a tree. */
  interface Reader {
    byte[] read(String path) throws IOException;
  }

  static TreeKeys of(Reader tree, Collection<String> paths) {
    return new TreeKeys(
        paths.stream()
            .filter(p -> p.startsWith("keys/") && p.endsWith(".asc"))
            .flatMap(p -> read(tree, p).stream())
            .toList());
  }

  private static Optional<Certificate> read(Reader tree, String path) {
    byte[] bytes;
    try {
      bytes = tree.read(path);
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(Certificate.parse(bytes));
    } catch (Failure e) {
      // Not a key, and so no help.
      return Optional.empty();
    }
  }

  Optional<Certificate> find(String fingerprint) {
    return all.stream().filter(k -> k.fingerprint().equals(fingerprint)).findFirst();
  }
}
