package org.cresset.seal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A secret key in the store, still locked.
 *
 * @param certificate its public half
 * @param locked whether a passphrase protects it
 * @param elsewhere fingerprints of those of its keys whose secret is not in the file
 */
public record StoredKey(
    Path file, Certificate certificate, boolean locked, SortedSet<String> elsewhere) {
  /** Of the primary key: 40 hexadecimal digits in upper case. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  public String userId() {
    return certificate.userId();
  }

  public Instant created() {
    return certificate.created();
  }

  /** When it can sign no more. */
  public Optional<Instant> expires() {
    return certificate.expires();
  }

  /** Whether the program made it by itself; its signatures prove nothing. */
  public boolean demonstration() {
    return certificate.demonstration();
  }

  /** Whether it may sign at a time. */
  public boolean usable(Instant at) {
    return !certificate.revoked()
        && certificate.parts().stream().anyMatch(p -> SigningKey.fits(p, certificate, at));
  }
}
