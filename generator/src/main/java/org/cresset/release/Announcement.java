package org.cresset.release;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.cresset.seal.Verifier;

/** Whether the key that a reader holds announced the one that signs now. */
final class Announcement {
  private Announcement() {}

  /**
   * A remark for a reader who should get the new key; it does not make the release genuine.
   *
   * @param unverified the manifest's bytes, which the pinned key did not sign
   */
  static Optional<Finding> find(TreeSource tree, byte[] unverified, Verifier pinned, Instant now) {
    try {
      Manifest m = Manifest.parse(unverified);
      String path = "releases/" + (m.release() - 1) + "/" + Manifest.NAME;
      byte[] before = tree.read(path);
      if (m.signer().equals(pinned.pinned().fingerprint())
          || !pinned.verify(before, tree.read(path + ".asc"), now).good()
          || !Manifest.parse(before).nextSigner().equals(Optional.of(m.signer()))) {
        return Optional.empty();
      }
      return Optional.of(
          new Finding(
              Finding.Kind.NOTE,
              "",
              "the key that you hold announced "
                  + m.signer()
                  + " as its successor in release "
                  + (m.release() - 1)
                  + ": get that key, and compare its fingerprint over another channel"));
    } catch (IOException | IllegalArgumentException e) {
      // Nothing was announced where nothing can be read.
      return Optional.empty();
    }
  }
}
