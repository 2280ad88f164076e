package org.cresset.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.cresset.problem.Failure;

/** One file of the store. */
record SecretFile(StoredKey stored, PGPSecretKeyRing ring) {

  static SecretFile read(Path file) {
    try {
      byte[] raw = Armor.decode("PRIVATE KEY BLOCK", Files.readAllBytes(file));
      PGPSecretKeyRing ring = new PGPSecretKeyRing(raw, new BcKeyFingerprintCalculator());
      List<PGPPublicKey> keys = new ArrayList<>();
      ring.getPublicKeys().forEachRemaining(keys::add);
      Certificate certificate = Certificate.of(new PGPPublicKeyRing(keys));
      boolean locked = false;
      SortedSet<String> elsewhere = new TreeSet<>();
      for (PGPSecretKey key : ring) {
        if (key.isPrivateKeyEmpty()) {
          elsewhere.add(Certificate.fingerprint(key.getPublicKey()));
        }
        locked |= key.getKeyEncryptionAlgorithm() != 0 && !key.isPrivateKeyEmpty();
      }
      return new SecretFile(new StoredKey(file, certificate, locked, elsewhere), ring);
    } catch (IOException | PGPException | RuntimeException e) {
      throw new Failure(
          Failure.Kind.KEY,
          file + " is not one armoured OpenPGP secret key: " + e.getMessage(),
          "export it with gpg --armor --export-secret-keys FINGERPRINT, or move it away",
          e);
    }
  }

  /** The newest key in it that may sign then; subkeys before the primary key. */
  SigningKey unlock(Instant at, Supplier<char[]> passphrase) {
    Certificate certificate = stored.certificate();
    KeyPart part =
        certificate.parts().stream()
            .filter(p -> !certificate.revoked() && SigningKey.fits(p, certificate, at))
            .filter(p -> !secret(p).isPrivateKeyEmpty())
            .max(
                Comparator.<KeyPart, Boolean>comparing(p -> !p.key().isMasterKey())
                    .thenComparing(KeyPart::created)
                    .thenComparing(p -> Certificate.fingerprint(p.key())))
            .orElseThrow(() -> SigningKey.notValid(certificate, at));
    try {
      return new SigningKey(stored, part, unlock(secret(part), passphrase));
    } catch (PGPException e) {
      throw unusable(e);
    }
  }

  /** All keys in it that can decrypt, whatever their state: what was sealed once stays readable. */
  List<PGPPrivateKey> forDecryption(Supplier<char[]> passphrase) {
    List<PGPPrivateKey> keys = new ArrayList<>();
    for (KeyPart part : stored.certificate().parts()) {
      if (part.encrypts() && !secret(part).isPrivateKeyEmpty()) {
        try {
          keys.add(unlock(secret(part), passphrase));
        } catch (PGPException e) {
          throw unusable(e);
        }
      }
    }
    return keys;
  }

  private Failure unusable(PGPException e) {
    return new Failure(
        Failure.Kind.KEY,
        "the key " + stored.fingerprint() + " can't be used: " + e.getMessage(),
        stored.locked() ? "is the passphrase right?" : "",
        e);
  }

  private PGPSecretKey secret(KeyPart part) {
    return ring.getSecretKey(part.key().getKeyID());
  }

  static PGPPrivateKey unlock(PGPSecretKey key, Supplier<char[]> passphrase) throws PGPException {
    boolean locked = key.getKeyEncryptionAlgorithm() != 0;
    char[] phrase = locked ? passphrase.get() : new char[0];
    try {
      return key.extractPrivateKey(
          new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(phrase));
    } finally {
      Arrays.fill(phrase, '\0');
    }
  }

  static void write(Path folder, PGPSecretKeyRing ring) throws IOException {
    String name = Certificate.fingerprint(ring.getPublicKey()) + ".asc";
    String armoured = Armor.encode("PRIVATE KEY BLOCK", ring.getEncoded());
    write(folder, name, armoured.getBytes(StandardCharsets.US_ASCII));
  }

  /** Writes whole or not at all: mode 0600 from the start, in a folder of mode 0700. */
  static void write(Path folder, String name, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path temporary = folder.resolve("." + name + ".new");
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
    Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel dir = FileChannel.open(folder, StandardOpenOption.READ)) {
      dir.force(true);
    }
  }
}
