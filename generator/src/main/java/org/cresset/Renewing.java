package org.cresset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.document.Configuration;
import org.cresset.document.Library;
import org.cresset.edition.Team;
import org.cresset.problem.Failure;
import org.cresset.release.Finished;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Releases;
import org.cresset.release.Terms;
import org.cresset.seal.PassphraseSource;
import org.cresset.seal.SigningKey;

/**
 * Releases that say the same as the served ones: for longer, or with a history that starts anew.
 */
public final class Renewing {
  private final Workspace workspace;
  private final Configuration configuration;
  private final SigningKey key;
  private final TeamKeys keys;
  private final Instant asOf;

  /**
   * @param asOf when the new releases are made
   * @throws Failure of kind KEY if there is no key that can sign then
   */
  public Renewing(Workspace workspace, PassphraseSource passphrase, Instant asOf) {
    Pipeline pipeline = new Pipeline(workspace, Progress.SILENT, passphrase);
    Library library = pipeline.library();
    this.workspace = workspace;
    this.configuration = library.configuration();
    this.key = pipeline.key(configuration, asOf);
    this.keys = TeamKeys.read(library, key);
    this.asOf = asOf;
  }

  /**
   * Renews the validity of what is served, without any change.
   *
   * @param named ids of editions; empty means all
   * @throws Failure of kind USAGE if one of them is not served
   */
  public List<Finished.Ready> renew(Set<String> named) {
    try (Releases releases = Releases.open(workspace.site())) {
      List<PreviousRelease> served =
          releases.served().stream()
              .filter(p -> named.isEmpty() || named.contains(p.edition()))
              .toList();
      if (served.isEmpty() || (!named.isEmpty() && served.size() < named.size())) {
        throw nothing(named.isEmpty() ? "nothing" : "not all of " + String.join(", ", named));
      }
      List<Finished.Ready> ready = new ArrayList<>();
      for (PreviousRelease before : served) {
        ready.add((Finished.Ready) releases.again(before, terms(releases, before).renewing()));
      }
      publish(releases, ready);
      return ready;
    }
  }

  /**
   * Starts the history of an edition anew after something was disclosed in it: releases the same
   * again without the chain, then removes every earlier release from this place.
   */
  public Finished.Ready forget(String edition) {
    try (Releases releases = Releases.open(workspace.site())) {
      PreviousRelease before =
          releases.previous(edition).orElseThrow(() -> nothing("nothing of " + edition));
      Terms terms = terms(releases, before).restartingHistory(before.number() + 1);
      Finished.Ready ready = (Finished.Ready) releases.again(before, terms);
      releases.publish(List.of(ready));
      workspace.clearCache();
      releases.previous(edition).ifPresent(releases::forgetBefore);
      publish(releases, List.of());
      return ready;
    }
  }

  /** Still those of the commit that was built: what may become visible is judged by it. */
  private Terms terms(Releases releases, PreviousRelease before) {
    if (asOf.isBefore(before.manifest().date())) {
      throw new Failure(
          Failure.Kind.USAGE,
          "release "
              + before.number()
              + " of "
              + before.edition()
              + " is of "
              + before.manifest().date()
              + ", after "
              + asOf,
          "leave --as-of out");
    }
    TeamKeys known = keys.and(before.keys());
    Optional<String> record = releases.record(before.edition(), before.number());
    return Terms.of(
            before.manifest().site(),
            asOf,
            Duration.ofDays(configuration.validForDays()),
            before.manifest().date(),
            key)
        .withKeys(known.next(), known.retired())
        .noting(record.flatMap(RunRecord::commit), record.flatMap(RunRecord::readers));
  }

  private void publish(Releases releases, List<Finished.Ready> ready) {
    releases.publish(ready);
    Team team = configuration.team();
    for (PreviousRelease served : releases.served()) {
      var companions = releases.companions(served);
      companions.follow(key, team, workspace.blobs(served.edition()));
    }
  }

  private Failure nothing(String what) {
    return new Failure(
        Failure.Kind.USAGE, what + " is served in " + workspace.site(), "run: cresset build");
  }
}
