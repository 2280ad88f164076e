package org.cresset;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.edition.Site;
import org.cresset.marking.Audience;
import org.cresset.problem.Failure;
import org.cresset.release.Finished;
import org.cresset.release.Releases;
import org.cresset.release.SealedEditions;
import org.cresset.seal.Certificate;
import org.cresset.seal.KeyStore;
import org.cresset.seal.SigningKey;
import org.cresset.seal.StoredKey;

/** The outlets of a run, and the publication of what went into them. */
final class Outlets {
  private final Workspace workspace;
  private final Releases releases;
  private final Collected collected;
  private final SigningKey key;
  private final List<Certificate> known;
  private final Supplier<char[]> passphrase;
  private final Recipients recipients;
  private Optional<SealedEditions> sealed = Optional.empty();

  /**
   * @param key signs
   * @param known the keys that may have signed a release published elsewhere
   * @param passphrase asked only if sealed files of before must be opened with a key that has one
   */
  Outlets(
      Workspace workspace,
      Releases releases,
      Collected collected,
      SigningKey key,
      List<Certificate> known,
      Supplier<char[]> passphrase) {
    this.workspace = workspace;
    this.releases = releases;
    this.collected = collected;
    this.key = key;
    this.known = known;
    this.passphrase = passphrase;
    this.recipients = new Recipients(collected.library());
  }

  /**
   * @throws Failure of kind KEY if the edition is to be sealed and a key for that is missing
   */
  Outlet of(Audience audience, Site site) {
    if (!audience.sealed()) {
      return new ServedOutlet(workspace, releases, audience, collected, site, known);
    }
    if (collected.locked().isPresent()) {
      throw collected.locked().get();
    }
    return new SealedOutlet(sealed(), audience, recipients.of(audience));
  }

  private SealedEditions sealed() {
    if (sealed.isEmpty()) {
      KeyStore store = KeyStore.open(workspace.keys());
      sealed =
          Optional.of(
              releases.sealed(
                  store.opener(passphrase),
                  key,
                  Stream.concat(known.stream(), store.list().stream().map(StoredKey::certificate))
                      .toList(),
                  collected.asOf()));
    }
    return sealed.get();
  }

  /** Moves the links of trees, then puts sealed files in their places. */
  void publish(List<Built> built) {
    releases.publish(finished(built, Finished.Ready.class));
    List<Finished.Sealed> files = finished(built, Finished.Sealed.class);
    if (!files.isEmpty()) {
      Set<String> editions =
          collected.audiences(Set.of()).stream()
              .filter(Audience::sealed)
              .map(Audience::id)
              .collect(Collectors.toSet());
      sealed().publish(files, editions);
    }
  }

  private static <T extends Finished> List<T> finished(List<Built> built, Class<T> kind) {
    return built.stream()
        .flatMap(b -> b.finished().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
