package org.cresset.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cresset.media.Clean;
import org.cresset.media.Hidden;
import org.cresset.problem.Failure;

/** Removes from pictures what they carry unseen. */
public final class CleanPictures {
  private CleanPictures() {}

  /**
   * Cleans one file.
   *
   * @return whether it was a picture that carried something
   * @throws Failure ENVIRONMENT if it can't be read or written
   */
  public static boolean clean(Path file) {
    try {
      Optional<Clean> clean =
          Hidden.clean(Files.readAllBytes(file)).filter(c -> !c.found().isEmpty());
      clean.ifPresent(c -> AtomicFile.replace(file, c.content()));
      return clean.isPresent();
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "can't read " + file + ": " + e.getMessage(),
          "make it readable",
          e);
    }
  }
}
