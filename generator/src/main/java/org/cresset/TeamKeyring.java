package org.cresset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cresset.document.Configuration;
import org.cresset.problem.Failure;
import org.cresset.seal.AgentKey;
import org.cresset.seal.Certificate;
import org.cresset.seal.KeyStore;
import org.cresset.seal.StoredKey;

/** The team's keys as commands name them: in the store, or by their public halves. */
public final class TeamKeyring {
  private final Workspace workspace;
  private final Configuration configuration;
  private final KeyStore store;

  public TeamKeyring(Workspace workspace, Configuration configuration) {
    this.workspace = workspace;
    this.configuration = configuration;
    this.store = KeyStore.open(workspace.keys());
  }

  public KeyStore store() {
    return store;
  }

  /** Where the content keeps the public keys of the team. */
  public Path folder() {
    return workspace.content().resolve("keys/team");
  }

  /**
   * A file key.
   *
   * @param named its fingerprint; empty: the one that signs
   * @throws Failure of kind KEY if it isn't there, or gpg keeps it
   */
  public StoredKey stored(Optional<String> named) {
    keptByGpg(named)
        .ifPresent(key -> {
          throw new Failure(
              Failure.Kind.KEY,
              "gpg keeps the key " + key + ", not " + workspace.keys(),
              "use gpg itself: gpg --quick-add-key "
                  + key
                  + " ed25519 sign 1y adds the next signing subkey, gpg --edit-key revokes");
        });
    return named
        .map(store::find)
        .or(() -> store.choose(configuration.signing().key()))
        .or(() -> store.list().stream().findFirst())
        .orElseThrow(
            () -> new Failure(Failure.Kind.KEY, "there is no key yet", "run: cresset keys init"));
  }

  /**
   * The public half of a key: of the content, else of the store or of gpg.
   *
   * @param named its fingerprint; empty: the one that signs
   * @throws Failure of kind KEY if it isn't there
   */
  public Certificate certificate(Optional<String> named) {
    Optional<String> wanted = named.or(() -> configuration.signing().key()).map(TeamKeyring::plain);
    Optional<Certificate> kept = wanted.flatMap(this::kept);
    return kept.or(() -> keptByGpg(named).map(AgentKey::certificate))
        .orElseGet(() -> stored(named).certificate());
  }

  /** The fingerprint of the key that signs, if that is the one named and gpg keeps it. */
  private Optional<String> keptByGpg(Optional<String> named) {
    Configuration.Signing signing = configuration.signing();
    return signing
        .key()
        .filter(k -> signing.byGpg())
        .filter(k -> named.map(TeamKeyring::plain).orElse(k).equals(k));
  }

  /** The public half that the content has of a key. */
  public Optional<Certificate> kept(String fingerprint) {
    Path file = folder().resolve(plain(fingerprint) + ".asc");
    try {
      // A shell makes the file before "keys export > FILE" runs.
      return Files.isRegularFile(file) && Files.size(file) > 0
          ? Optional.of(Certificate.parse(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (Failure e) {
      throw new Failure(e.kind(), file + ": " + e.text(), e.help(), e);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.ENVIRONMENT, "can't read " + file + ": " + e, "", e);
    }
  }

  private static String plain(String fingerprint) {
    return fingerprint.replaceAll("\\s|^0[xX]", "").toUpperCase(Locale.ROOT);
  }
}
