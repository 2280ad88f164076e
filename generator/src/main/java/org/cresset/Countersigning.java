package org.cresset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cresset.edition.Team;
import org.cresset.problem.Failure;
import org.cresset.release.Finished;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Releases;
import org.cresset.release.Unsigned;
import org.cresset.seal.AgentKey;
import org.cresset.seal.KeyStore;
import org.cresset.seal.PassphraseSource;
import org.cresset.seal.SigningKey;

/** Signs where the key is what was built elsewhere, after a person has seen what changed. */
public final class Countersigning {
  private final Workspace workspace;
  private final PassphraseSource passphrase;
  private final boolean byGpg;

  /**
   * @param byGpg whether gpg-agent keeps the key, or a card
   */
  public Countersigning(Workspace workspace, PassphraseSource passphrase, boolean byGpg) {
    this.workspace = workspace;
    this.passphrase = passphrase;
    this.byGpg = byGpg;
  }

  /**
   * What would be signed.
   *
   * @param last number of the release that it would follow; 0: none
   * @param changes one line each, those of classification first
   */
  public record Proposal(String edition, int last, Instant asOf, List<String> changes) {}

  /**
   * Signs and publishes all that waits in a folder.
   *
   * @param now nothing dated later is signed
   * @param approved is shown each edition; one that it declines is left out
   */
  public List<Finished> sign(Path folder, Instant now, Predicate<Proposal> approved) {
    List<Unsigned> waiting = Unsigned.in(folder);
    try (Releases releases = Releases.open(workspace.site())) {
      List<Finished> finished = new ArrayList<>();
      Optional<SigningKey> used = Optional.empty();
      for (Unsigned unsigned : waiting) {
        String edition = unsigned.request().edition();
        Optional<PreviousRelease> previous = releases.previous(edition);
        mustFollow(unsigned, previous, now);
        int last = previous.map(PreviousRelease::number).orElse(0);
        List<String> changes = releases.changes(previous, unsigned);
        if (approved.test(new Proposal(edition, last, unsigned.request().asOf(), changes))) {
          SigningKey key = used.isPresent() ? used.get() : key(unsigned);
          used = Optional.of(key);
          finished.add(releases.sign(previous, unsigned, key));
        }
      }
      releases.publish(
          finished.stream()
              .filter(Finished.Ready.class::isInstance)
              .map(Finished.Ready.class::cast)
              .toList());
      used.ifPresent(key -> accompany(releases, key));
      return finished;
    }
  }

  private SigningKey key(Unsigned unsigned) {
    String signer = unsigned.request().signer();
    Instant asOf = unsigned.request().asOf();
    if (byGpg) {
      return AgentKey.open(signer, asOf, passphrase);
    }
    KeyStore store = KeyStore.open(workspace.keys());
    return store.unlock(store.find(signer), asOf, passphrase);
  }

  private static void mustFollow(
      Unsigned unsigned, Optional<PreviousRelease> previous, Instant now) {
    Instant asOf = unsigned.request().asOf();
    boolean early = previous.filter(p -> asOf.isBefore(p.manifest().date())).isPresent();
    if (asOf.isAfter(now) || early) {
      throw new Failure(
          Failure.Kind.USAGE,
          "the edition "
              + unsigned.request().edition()
              + " was built as of "
              + asOf
              + (early ? ", before its last release" : ", which is ahead of the clock"),
          "build it again");
    }
  }

  private void accompany(Releases releases, SigningKey key) {
    Team team = new Pipeline(workspace, Progress.SILENT, passphrase).configuration().team();
    for (PreviousRelease served : releases.served()) {
      var companions = releases.companions(served);
      companions.follow(key, team, workspace.blobs(served.edition()));
    }
  }
}
