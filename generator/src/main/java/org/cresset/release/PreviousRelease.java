package org.cresset.release;

import java.nio.file.Path;

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
}
