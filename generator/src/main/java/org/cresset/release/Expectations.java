package org.cresset.release;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cresset.seal.Certificate;

/**
 * What a reader knows beforehand, over another channel than the site.
 *
 * @param key the pinned key
 * @param fingerprint of the pinned key, where only that is known: the key itself may then come from
 *     the tree. With neither, the signer that {@code state} remembers is pinned
 * @param site the expected site
 * @param edition the expected edition
 * @param state file that remembers the last release seen for each site and edition
 */
public record Expectations(
    Optional<Certificate> key,
    Optional<String> fingerprint,
    Optional<String> site,
    Optional<String> edition,
    Optional<Path> state) {

  public Expectations {
    fingerprint = fingerprint.map(f -> f.replaceAll("\\s|^0[xX]", "").toUpperCase(Locale.ROOT));
  }

  /** A pinned key, and nothing else. */
  public static Expectations of(Certificate key) {
    return new Expectations(
        Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, without a memory. */
  Expectations forgetful() {
    return new Expectations(key, fingerprint, site, edition, Optional.empty());
  }
}
