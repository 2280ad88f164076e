package org.cresset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.cresset.release.PreviousRelease;
import org.cresset.seal.SigningKey;
import org.cresset.seal.Verifier;

/** What operators should know of the signing key before readers notice it. */
final class KeyRemarks {
  private static final List<Integer> DAYS = List.of(7, 30, 90);

  private KeyRemarks() {}

  /**
   * Warns in three steps, 90, 30 and 7 days ahead, of the last day on which the key can sign: a
   * release must not outlive it.
   */
  static List<String> expiry(SigningKey key, Instant asOf, Duration validFor) {
    List<String> remarks = new ArrayList<>();
    key.expires()
        .ifPresent(end -> {
          Instant last = end.minus(validFor);
          Duration left = Duration.between(asOf, last);
          DAYS.stream()
              .filter(d -> left.compareTo(Duration.ofDays(d)) <= 0)
              .findFirst()
              .ifPresent(d ->
                  remarks.add(
                      "the key "
                          + key.fingerprint()
                          + " can sign for less than "
                          + d
                          + " more days, until "
                          + last
                          + ": it expires at "
                          + end
                          + ", and a release is valid for "
                          + validFor.toDays()
                          + " days; run: cresset keys rotate"));
        });
    return remarks;
  }

  /** A release that a key signed after the settings say that it served. */
  static Optional<String> retiredTooEarly(
      SortedMap<String, Instant> retired, PreviousRelease before) {
    String signer = before.manifest().signer();
    return Optional.ofNullable(retired.get(signer))
        .flatMap(end ->
            Verifier.claim(before.signature())
                .map(Verifier.Claim::made)
                .filter(made -> made.isAfter(end)))
        .map(made ->
            "the key "
                + signer
                + " signed release "
                + before.number()
                + " of the edition "
                + before.edition()
                + " at "
                + made
                + ", after signing.retired says that it served: readers are told; write a later time if it"
                + " was right");
  }

  /** A key that readers were not told of beforehand. */
  static Optional<String> unannounced(SigningKey key, PreviousRelease before) {
    String signer = before.manifest().signer();
    boolean known =
        signer.equals(key.fingerprint())
            || before.manifest().nextSigner().equals(Optional.of(key.fingerprint()));
    return known
        ? Optional.empty()
        : Optional.of(
            "the edition "
                + before.edition()
                + " was signed by "
                + signer
                + " so far, which never announced "
                + key.fingerprint()
                + ": tell its readers the new fingerprint over another channel");
  }
}
