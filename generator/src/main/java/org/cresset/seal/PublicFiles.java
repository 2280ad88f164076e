package org.cresset.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cresset.problem.Failure;

/** Public keys as files that others may read. Failures are of kind ENVIRONMENT. */
public final class PublicFiles {
  private PublicFiles() {}

  /**
   * Writes {@code <FPR>.asc}.
   *
   * @param folder made if it isn't there
   */
  public static Path write(Path folder, Certificate certificate) {
    Path file = folder.resolve(certificate.fingerprint() + ".asc");
    write(file, certificate.armoured().getBytes(StandardCharsets.US_ASCII));
    return file;
  }

  /** Writes a key and empty policy files as a Web Key Directory has them. */
  public static void write(Path root, List<String> keys, List<String> policies, byte[] key) {
    keys.forEach(p -> write(root.resolve(p), key));
    policies.forEach(p -> write(root.resolve(p), new byte[0]));
  }

  private static void write(Path file, byte[] content) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, content);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.ENVIRONMENT, "can't write " + file + ": " + e, "", e);
    }
  }
}
