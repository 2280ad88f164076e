package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;

/**
 * The release that a new one follows.
 *
 * @param tree its folder
 * @param bytes of its manifest
 * @param signature of its manifest, armoured
 */
public record PreviousRelease(Manifest manifest, Path tree, byte[] bytes, byte[] signature) {
  /** The one that is served now, for who only looks: nothing is waited for or repaired. */
  public static Optional<PreviousRelease> served(Path site, String edition) {
    Layout layout = new Layout(site.toAbsolutePath().normalize());
    try {
      OptionalInt number = Repair.served(layout, edition);
      return number.isPresent()
          ? Optional.of(Releases.read(layout.tree(edition, number.getAsInt())))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "the release that is served as " + layout.link(edition) + " can't be read: " + e,
          "restore site/ from a backup",
          e);
    }
  }

  public String edition() {
    return manifest.edition();
  }

  public int number() {
    return manifest.release();
  }

  /**
   * A file that its manifest names.
   *
   * @throws Failure if it is there and can't be read
   */
  public Optional<byte[]> read(String path) {
    if (!manifest.files().containsKey(path)) {
      return Optional.empty();
    }
    Path file = tree.resolve(path);
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Disk.failure("can't read " + file, e);
    }
  }

  /** The public keys that it published, as far as they can be read. */
  public List<Certificate> keys() {
    return TreeKeys.of(p -> Files.readAllBytes(tree.resolve(p)), manifest.files().keySet()).all();
  }
}
