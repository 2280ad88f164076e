package org.cresset.seal;

import java.time.Instant;
import java.util.Optional;

/**
 * What a signature is worth.
 *
 * @param made when it says it was made
 * @param fingerprint of the pinned certificate's primary key, where one of its keys made it
 * @param hash name of the hash algorithm, such as SHA512
 * @param revokedLater whether the key was revoked softly (retired, superseded) after it was made
 * @param detail one line for people, without a full stop
 */
public record Verdict(
    Outcome outcome,
    Optional<Instant> made,
    Optional<String> fingerprint,
    Optional<String> hash,
    boolean revokedLater,
    String detail) {

  /** From best to worst read: only {@link #GOOD} counts. */
  public enum Outcome {
    /** Made over these bytes by the pinned key while that was valid. */
    GOOD,
    /** Not made over these bytes. */
    BAD,
    /** Made by a key that is not the pinned one. */
    WRONG_KEY,
    /** Made when its key was not valid yet or not any more, or itself expired. */
    EXPIRED,
    /** Made after the team took its key out of service. */
    RETIRED,
    /** Its key was revoked before, or because it is compromised. */
    REVOKED,
    /** Neither SHA-256 nor SHA-512. */
    WEAK_HASH,
    /** Made more than five minutes in the future. */
    FUTURE,
    /** Not exactly one binary signature of version 4, or in need of what is not understood. */
    MALFORMED,
  }

  public boolean good() {
    return outcome == Outcome.GOOD;
  }

  /**
   * The same of a key that did not serve any more when it was made.
   *
   * @param end of its service
   */
  public Verdict afterService(Instant end) {
    return new Verdict(
        Outcome.RETIRED,
        made,
        fingerprint,
        hash,
        revokedLater,
        "its key "
            + fingerprint.orElse("")
            + " had been retired: made at "
            + made.map(Instant::toString).orElse("an unknown time")
            + ", and the key served until "
            + end);
  }

  static Verdict malformed(String detail) {
    return new Verdict(
        Outcome.MALFORMED, Optional.empty(), Optional.empty(), Optional.empty(), false, detail);
  }
}
