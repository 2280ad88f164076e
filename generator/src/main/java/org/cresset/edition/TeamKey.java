package org.cresset.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key that signs for the team, did, or will.
 *
 * @param fingerprint of the primary key, 40 hexadecimal digits in upper case
 * @param userId as on the key
 * @param from since when it is in service; empty while it is only announced
 * @param until when its service ended
 * @param parts the subkeys that sign, each with its own time
 * @param publicKey armoured
 */
public record TeamKey(
    String fingerprint,
    String userId,
    Standing standing,
    Optional<Instant> from,
    Optional<Instant> until,
    List<Part> parts,
    String publicKey) {

  /** What a signature by it is worth. */
  public enum Standing {
    /** Signs now. */
    SIGNS,
    /** Will sign; known ahead so that readers can fetch it in time. */
    ANNOUNCED,
    /** Signs no more; what it signed in its time stays good. */
    RETIRED,
    /** Others may have it: nothing that it signed counts. */
    REVOKED,
  }

  /**
   * A part of a key that signs.
   *
   * @param until its expiry or revocation
   */
  public record Part(String fingerprint, Instant from, Optional<Instant> until) {}

  /** Where its file lies in the site. */
  public String path() {
    return standing == Standing.SIGNS
        ? "keys/team.asc"
        : "keys/" + fingerprint.toLowerCase(java.util.Locale.ROOT) + ".asc";
  }
}
