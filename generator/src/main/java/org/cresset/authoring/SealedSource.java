package org.cresset.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cresset.problem.Failure;

/** The encrypted file that stands in the repository for a plain one. */
public final class SealedSource {
  private SealedSource() {}

  /**
   * Puts {@code <file>.asc} in its place, instead of one that is there already.
   *
   * @param remove whether the plain file goes, once the other is safe on the disk
   * @return where the encrypted one lies
   * @throws Failure ENVIRONMENT if either can't be done
   */
  public static Path write(Path file, byte[] message, boolean remove) {
    Path sealed = file.resolveSibling(file.getFileName() + ".asc");
    if (!AtomicFile.create(sealed, message)) {
      AtomicFile.replace(sealed, message);
    }
    if (remove) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new Failure(
            Failure.Kind.ENVIRONMENT,
            file + " is encrypted, but the plain file can't be removed: " + e.getMessage(),
            "remove it by hand",
            e);
      }
    }
    return sealed;
  }
}
