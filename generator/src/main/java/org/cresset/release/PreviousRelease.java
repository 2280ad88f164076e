package org.cresset.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cresset.seal.Certificate;

/**
 * The release that a new one follows.
 *
 * @param tree its folder
 * @param bytes of its manifest
 * @param signature of its manifest, armoured
 */
public record PreviousRelease(Manifest manifest, Path tree, byte[] bytes, byte[] signature) {
  public String edition() {
    return manifest.edition();
  }

  public int number() {
    return manifest.release();
  }

  /** The public keys that it published, as far as they can be read. */
  public List<Certificate> keys() {
    return TreeKeys.of(p -> Files.readAllBytes(tree.resolve(p)), manifest.files().keySet()).all();
  }
}
