package org.cresset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.cresset.git.NoBundle;
import org.cresset.git.Restored;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;
import org.cresset.seal.SealedContent;

/** Makes a repository of what {@link BackingUp} wrote. */
public final class Restoring {
  private Restoring() {}

  /**
   * What was restored.
   *
   * @param refs how many branches, tags and other refs
   */
  public record Made(int refs, SealedContent.Signed signed) {}

  /**
   * Reads the file twice: nothing of it is written or understood before it is known to be genuine,
   * and no file of the work tree before the second reading, too, found it so.
   *
   * @param backup of that file
   * @param into where nothing is yet, or an empty folder
   * @throws Failure KEY if no key opens it; NOT_GENUINE; USAGE if there is something in the place;
   *     ENVIRONMENT; then nothing is left in it
   */
  public static Made restore(Path file, SealedContent backup, Path into) {
    Restored.mustBeFree(into);
    try {
      backup.read(content -> content.transferTo(OutputStream.nullOutputStream()));
      try (Restored restored = Restored.at(into)) {
        AtomicInteger refs = new AtomicInteger();
        SealedContent.Signed signed = backup.read(content -> refs.set(restored.take(content)));
        restored.finish();
        return new Made(refs.get(), signed);
      }
    } catch (NoBundle e) {
      throw new Failure(
          Failure.Kind.NOT_GENUINE,
          file + " is genuine but holds no repository: " + e.getMessage(),
          "is it a sealed edition? cresset open shows one",
          e);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "can't read " + file + ": " + Reason.of(e),
          "name the file that cresset backup wrote, and see that you may read it",
          e);
    }
  }
}
