package org.cresset.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.seal.Certificate;
import org.cresset.seal.SigningKey;

/**
 * What a run says of a release.
 *
 * @param site the site's address
 * @param asOf when the run is, in whole seconds
 * @param validFor how long the release is valid
 * @param newest the newest date, not after as-of, of what is visible
 * @param key signs it
 * @param nextSigner fingerprint, when a change of keys is announced
 * @param retired further keys whose signatures stay, and which may have signed the release before.
 *     A signature by any other key is made anew
 * @param renew whether an unchanged edition gets a new release
 * @param historyRestarted said in the manifest after a disclosure accident
 * @param commit what was built, for the record beside the tree
 * @param readers who it is for, in words that stay the same, for the record
 */
public record Terms(
    String site,
    Instant asOf,
    Duration validFor,
    Instant newest,
    SigningKey key,
    Optional<String> nextSigner,
    List<Certificate> retired,
    boolean renew,
    Optional<Integer> historyRestarted,
    Optional<String> commit,
    Optional<String> readers) {

  /** An ordinary release. */
  public static Terms of(
      String site, Instant asOf, Duration validFor, Instant newest, SigningKey key) {
    return new Terms(
        site,
        asOf,
        validFor,
        newest,
        key,
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same, with what is remembered of the run.
   *
   * @param built the commit
   * @param of the readers
   */
  public Terms noting(Optional<String> built, Optional<String> of) {
    return new Terms(
        site, asOf, validFor, newest, key, nextSigner, retired, renew, historyRestarted, built, of);
  }

  /** The same, released even where nothing changed. */
  public Terms renewing() {
    return new Terms(
        site,
        asOf,
        validFor,
        newest,
        key,
        nextSigner,
        retired,
        true,
        historyRestarted,
        commit,
        readers);
  }

  /** The same, with the team's other keys. */
  public Terms withKeys(Optional<String> next, List<Certificate> old) {
    return new Terms(
        site, asOf, validFor, newest, key, next, old, renew, historyRestarted, commit, readers);
  }

  /**
   * The same, as the first of a new history.
   *
   * @param release its number
   */
  public Terms restartingHistory(int release) {
    return new Terms(
        site,
        asOf,
        validFor,
        newest,
        key,
        nextSigner,
        retired,
        true,
        Optional.of(release),
        commit,
        readers);
  }
}
