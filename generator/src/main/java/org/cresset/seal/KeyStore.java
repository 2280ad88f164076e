package org.cresset.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.cresset.problem.Failure;

/**
 * The file keys of a knowledge base: {@code <root>/.cresset/keys/<FPR>.asc}, readable by their
 * owner alone.
 */
public final class KeyStore {
  private final Path folder;
  private final List<StoredKey> keys;

  private KeyStore(Path folder, List<StoredKey> keys) {
    this.folder = folder;
    this.keys = keys;
  }

  /**
   * Reads the public halves; a folder that is not there has no keys.
   *
   * @throws Failure of kind KEY if a file there is not a secret key, ENVIRONMENT if it can't be
   *     read
   */
  public static KeyStore open(Path folder) {
    List<StoredKey> keys = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".asc")).sorted().toList()) {
          keys.add(SecretFile.read(file).stored());
        }
      } catch (IOException e) {
        throw new Failure(
            Failure.Kind.ENVIRONMENT, "can't read the keys in " + folder + ": " + e, "", e);
      }
    }
    keys.sort(Comparator.comparing(StoredKey::created).thenComparing(StoredKey::fingerprint));
    return new KeyStore(folder, keys);
  }

  /** All keys, the oldest first. */
  public List<StoredKey> list() {
    return List.copyOf(keys);
  }

  /**
   * The key that signs, by the rules of the release format: the configured one; else the single one
   * that is not for demonstration; empty if there is none, and then a demonstration key is for use.
   *
   * @param configured {@code signing.key}: a fingerprint, spaces allowed
   * @throws Failure of kind KEY if the configured one is not there, or it isn't clear which one
   */
  public Optional<StoredKey> choose(Optional<String> configured) {
    if (configured.isPresent()) {
      return Optional.of(named(configured.get()).orElseThrow(() -> missing(configured.get())));
    }
    List<StoredKey> real = keys.stream().filter(k -> !k.demonstration()).toList();
    if (real.size() > 1) {
      throw new Failure(
          Failure.Kind.KEY,
          "several keys could sign:\n"
              + real.stream()
                  .map(k -> "  " + k.fingerprint() + "  " + k.userId())
                  .collect(Collectors.joining("\n")),
          "name one of them in cresset.yaml: signing: {key: FINGERPRINT}");
    }
    return real.stream().findFirst();
  }

  /**
   * A key of the store.
   *
   * @param fingerprint of its primary key; spaces allowed
   * @throws Failure of kind KEY if it isn't there
   */
  public StoredKey find(String fingerprint) {
    return named(fingerprint)
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.KEY,
                "the key " + fingerprint + " is not in " + folder,
                "cresset keys list shows those that are"));
  }

  private Optional<StoredKey> named(String fingerprint) {
    String wanted = fingerprint.replaceAll("\\s|^0[xX]", "").toUpperCase(Locale.ROOT);
    return keys.stream().filter(k -> k.fingerprint().equals(wanted)).findFirst();
  }

  private Failure missing(String wanted) {
    return new Failure(
        Failure.Kind.KEY,
        "the key " + wanted + ", which signing.key names, is not in " + folder,
        "copy its file there, correct signing.key in cresset.yaml, or make one: cresset keys init");
  }

  /**
   * The key for a run, unlocked. Without any other it is the oldest demonstration key, which is
   * made, as of the run, if there is none.
   *
   * @param demonstration what to make where there is no key at all
   * @param passphrase asked only if the key has one; the array is emptied after use
   * @throws Failure of kind KEY
   */
  public SigningKey select(
      Optional<String> configured,
      Instant asOf,
      NewKey demonstration,
      Supplier<char[]> passphrase) {
    StoredKey chosen =
        choose(configured)
            .or(() -> keys.stream().findFirst())
            .orElseGet(() -> create(demonstration, Optional.empty()));
    return unlock(chosen, asOf, passphrase);
  }

  /**
   * Unlocks a key.
   *
   * @param at when it is to sign
   * @throws Failure of kind KEY if the passphrase is wrong or the key not valid then
   */
  public SigningKey unlock(StoredKey key, Instant at, Supplier<char[]> passphrase) {
    return SecretFile.read(key.file()).unlock(at, passphrase);
  }

  /**
   * Decrypts with all keys of the store.
   *
   * @param passphrase asked once for each key that has one and is needed
   */
  public Opener opener(Supplier<char[]> passphrase) {
    return new Opener(keys.stream().map(k -> SecretFile.read(k.file())).toList(), passphrase);
  }

  /** Decrypts with the key of one file alone, as a reader's may be. */
  public static Opener opener(Path file, Supplier<char[]> passphrase) {
    return new Opener(List.of(SecretFile.read(file)), passphrase);
  }

  /**
   * Makes a key and its revocation certificate, {@code <FPR>.rev}, and keeps both.
   *
   * @param passphrase the array is emptied; must be there but for demonstration
   */
  public StoredKey create(NewKey wanted, Optional<char[]> passphrase) {
    return create(wanted, passphrase, Optional.empty());
  }

  /**
   * The same, with the primary key apart.
   *
   * @param offline folder that gets the whole key and the revocation certificate; the store then
   *     has only what signs
   */
  public StoredKey create(NewKey wanted, Optional<char[]> passphrase, Optional<Path> offline) {
    if (passphrase.isEmpty() && !wanted.demonstration()) {
      throw new Failure(Failure.Kind.KEY, "a key needs a passphrase", "choose one");
    }
    Path whole = offline.orElse(folder);
    try {
      KeyMaker.Made made = new KeyMaker(wanted, new SecureRandom()).make(passphrase);
      String fingerprint = Certificate.fingerprint(made.secret().getPublicKey());
      byte[] revocation = made.revocation().getBytes(StandardCharsets.US_ASCII);
      SecretFile.write(whole, fingerprint + ".rev", revocation);
      SecretFile.write(whole, made.secret());
      if (offline.isPresent()) {
        SecretFile.write(folder, OfflinePrimary.without(made.secret()));
      }
      return take(fingerprint);
    } catch (IOException e) {
      throw unwritable(e);
    } catch (PGPException e) {
      throw new IllegalStateException("making a key failed", e);
    }
  }

  /** Puts a changed key in the place of the old one. */
  StoredKey replace(PGPSecretKeyRing ring) {
    try {
      SecretFile.write(folder, ring);
      return take(Certificate.fingerprint(ring.getPublicKey()));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private StoredKey take(String fingerprint) {
    StoredKey stored = SecretFile.read(folder.resolve(fingerprint + ".asc")).stored();
    keys.removeIf(k -> k.fingerprint().equals(fingerprint));
    keys.add(stored);
    return stored;
  }

  private Failure unwritable(IOException e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT, "can't write a key into " + folder + ": " + e, "", e);
  }

  /** The revocation certificate that was made with a key, where it still lies beside it. */
  public Optional<byte[]> revocation(String fingerprint) {
    Path file = folder.resolve(fingerprint + ".rev");
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new Failure(Failure.Kind.ENVIRONMENT, "can't read " + file + ": " + e, "", e);
    }
  }
}
