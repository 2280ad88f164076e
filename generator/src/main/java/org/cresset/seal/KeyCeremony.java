package org.cresset.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.cresset.problem.Failure;

/**
 * What needs the primary key, which may lie elsewhere than where signing is done every day. All
 * failures are of kind KEY, and of kind ENVIRONMENT where a file can't be written.
 */
public final class KeyCeremony {
  private final KeyStore store;
  private final Supplier<char[]> passphrase;

  /**
   * @param passphrase of the primary key; a fresh array each time
   */
  public KeyCeremony(KeyStore store, Supplier<char[]> passphrase) {
    this.store = store;
    this.passphrase = passphrase;
  }

  /**
   * Adds a signing subkey, which signs from then on. The file with the primary key gets it too.
   *
   * @param primary file with the whole secret key; may be the store's own
   * @param wanted when it is made and how long it signs
   */
  public StoredKey rotate(StoredKey key, Path primary, NewKey wanted) {
    SecretFile whole = whole(key, primary, wanted.created());
    char[] phrase = whole.stored().locked() ? passphrase.get() : new char[0];
    try {
      PGPKeyPair pair = unlock(whole, phrase);
      Optional<char[]> lock =
          whole.stored().locked() ? Optional.of(phrase.clone()) : Optional.empty();
      PGPSecretKey subkey =
          new KeyMaker(wanted, new SecureRandom()).subkey(pair, KeyMaker.encryptor(lock));
      return keep(key, primary, PGPSecretKeyRing.insertSecretKey(whole.ring(), subkey));
    } catch (PGPException e) {
      throw locked(key, e);
    } finally {
      Arrays.fill(phrase, '\0');
    }
  }

  /**
   * Revokes a key as retired: what it signed before stays good.
   *
   * @param primary file with the whole secret key; may be the store's own
   * @param text for people, published in the key
   */
  public StoredKey retire(StoredKey key, Path primary, Instant at, String text) {
    SecretFile whole = whole(key, primary, at);
    char[] phrase = whole.stored().locked() ? passphrase.get() : new char[0];
    try {
      PGPKeyPair pair = unlock(whole, phrase);
      PGPSignature revocation =
          new SelfSignatures(pair, at)
              .revocation(pair.getPublicKey(), RevocationReasonTags.KEY_RETIRED, text);
      PGPPublicKey revoked = PGPPublicKey.addCertification(whole.ring().getPublicKey(), revocation);
      PGPPublicKeyRing all =
          PGPPublicKeyRing.insertPublicKey(whole.stored().certificate().ring(), revoked);
      return keep(key, primary, PGPSecretKeyRing.replacePublicKeys(whole.ring(), all));
    } catch (PGPException e) {
      throw locked(key, e);
    } finally {
      Arrays.fill(phrase, '\0');
    }
  }

  /**
   * Puts a revocation into the store's key, which signs no more then.
   *
   * @param revocation armoured, as it was made beside the key
   */
  public StoredKey revoke(StoredKey key, byte[] revocation) {
    Certificate revoked = revoked(key.certificate(), revocation);
    PGPSecretKeyRing ring = SecretFile.read(key.file()).ring();
    PGPPublicKeyRing all = revoked.ring();
    return store.replace(PGPSecretKeyRing.replacePublicKeys(ring, all));
  }

  /** The public half with a revocation in it, which must be one of its own. */
  public static Certificate revoked(Certificate key, byte[] revocation) {
    Certificate revoked = key.revokedBy(revocation);
    if (!revoked.revoked()) {
      throw new Failure(
          Failure.Kind.KEY,
          "the revocation certificate is not one of the key " + key.fingerprint(),
          "name the file that was made with the key: --certificate FILE");
    }
    return revoked;
  }

  private StoredKey keep(StoredKey key, Path primary, PGPSecretKeyRing whole) throws PGPException {
    try {
      boolean apart = SecretFile.read(key.file()).ring().getSecretKey().isPrivateKeyEmpty();
      Path folder = primary.toAbsolutePath().getParent();
      if (apart && folder != null) {
        SecretFile.write(folder, whole);
        return store.replace(OfflinePrimary.without(whole));
      }
      return store.replace(whole);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.ENVIRONMENT, "can't write " + primary + ": " + e, "", e);
    }
  }

  private static SecretFile whole(StoredKey key, Path primary, Instant at) {
    SecretFile file = SecretFile.read(primary);
    if (!file.stored().fingerprint().equals(key.fingerprint())) {
      throw new Failure(
          Failure.Kind.KEY,
          primary + " holds the key " + file.stored().fingerprint(),
          "name the file with the primary key of " + key.fingerprint());
    }
    if (file.ring().getSecretKey().isPrivateKeyEmpty()) {
      throw new Failure(
          Failure.Kind.KEY,
          primary + " has no primary key, only what signs",
          "fetch the primary key from where it is kept: --primary FILE");
    }
    if (at.isBefore(key.created()) || key.certificate().revoked()) {
      throw SigningKey.notValid(key.certificate(), at);
    }
    return file;
  }

  private static PGPKeyPair unlock(SecretFile whole, char[] phrase) throws PGPException {
    PGPSecretKey primary = whole.ring().getSecretKey();
    return new PGPKeyPair(primary.getPublicKey(), SecretFile.unlock(primary, () -> phrase.clone()));
  }

  private static Failure locked(StoredKey key, PGPException e) {
    return new Failure(
        Failure.Kind.KEY,
        "the primary key of " + key.fingerprint() + " can't be used: " + e.getMessage(),
        "is the passphrase right?",
        e);
  }
}
