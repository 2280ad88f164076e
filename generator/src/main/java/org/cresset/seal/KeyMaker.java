package org.cresset.seal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys that gpg 2.2 and newer, Sequoia and Bouncy Castle all read: version 4, a primary key
 * that only certifies and a subkey that only signs, both Ed25519 under algorithm 22, and a subkey
 * that only encrypts, Curve25519 under algorithm 18.
 */
final class KeyMaker {
  /** 2^25 bytes are hashed to turn a passphrase into a key. */
  private static final int S2K_COUNT = 0xF0;

  /**
   * @param secret the whole key
   * @param revocation armoured certificate that revokes it, for a safe place
   */
  record Made(PGPSecretKeyRing secret, String revocation) {}

  private final NewKey wanted;
  private final PGPKeyPairGenerator pairs;

  KeyMaker(NewKey wanted, SecureRandom random) {
    this.wanted = wanted;
    this.pairs =
        new BcPGPKeyPairGeneratorProvider()
            .setSecureRandom(random)
            .get(4, Date.from(wanted.created()));
  }

  /**
   * @param passphrase the array is emptied
   */
  Made make(Optional<char[]> passphrase) throws PGPException {
    PGPKeyPair primary = pairs.generateLegacyEd25519KeyPair();
    PBESecretKeyEncryptor lock = encryptor(passphrase);
    PGPKeyRingGenerator ring =
        new PGPKeyRingGenerator(
            PGPSignature.POSITIVE_CERTIFICATION,
            primary,
            wanted.userId(),
            checksum(),
            primarySays().generate(),
            null,
            SelfSignatures.signer(primary),
            lock);
    PGPSecretKeyRing withSigning =
        PGPSecretKeyRing.insertSecretKey(ring.generateSecretKeyRing(), subkey(primary, lock));
    EncryptionSubkey encryption = new EncryptionSubkey(pairs, Date.from(wanted.created()));
    return new Made(
        PGPSecretKeyRing.insertSecretKey(withSigning, encryption.make(primary, lock)),
        revocation(primary));
  }

  /** A signing subkey as wanted, bound to a primary key that may be older. */
  PGPSecretKey subkey(PGPKeyPair primary, @Nullable PBESecretKeyEncryptor lock)
      throws PGPException {
    PGPKeyPair signing =
        pairs.generateLegacyEd25519KeyPair().asSubkey(new BcKeyFingerprintCalculator());
    PGPSignature binding =
        new SelfSignatures(primary, wanted.created()).signingSubkey(signing, wanted.signingFor());
    PGPPublicKey bound = PGPPublicKey.addCertification(signing.getPublicKey(), binding);
    return new PGPSecretKey(signing.getPrivateKey(), bound, checksum(), false, lock);
  }

  private static PGPDigestCalculator checksum() throws PGPException {
    return new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
  }

  private PGPSignatureSubpacketGenerator primarySays() {
    PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
    says.setSignatureCreationTime(false, Date.from(wanted.created()));
    says.setKeyFlags(true, KeyFlags.CERTIFY_OTHER);
    says.setPrimaryUserID(false, true);
    says.setPreferredHashAlgorithms(
        false, new int[] {HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA256});
    says.setPreferredSymmetricAlgorithms(
        false, new int[] {SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_128});
    says.setPreferredCompressionAlgorithms(
        false, new int[] {CompressionAlgorithmTags.UNCOMPRESSED});
    // Only this: gpg 2.2 can't read what a sender makes who was told of AEAD.
    says.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
    return says;
  }

  /**
   * @param passphrase the array is emptied
   */
  static @Nullable PBESecretKeyEncryptor encryptor(Optional<char[]> passphrase)
      throws PGPException {
    return passphrase.isEmpty()
        ? null
        : new BcPBESecretKeyEncryptorBuilder(
                SymmetricKeyAlgorithmTags.AES_256,
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
                S2K_COUNT)
            .build(passphrase.get());
  }

  private String revocation(PGPKeyPair primary) throws PGPException {
    try {
      PGPSignature made =
          new SelfSignatures(primary, wanted.created())
              .revocation(primary.getPublicKey(), RevocationReasonTags.NO_REASON, "");
      return Armor.encode("PUBLIC KEY BLOCK", made.getEncoded());
    } catch (IOException e) {
      throw new PGPException("could not encode the revocation", e);
    }
  }
}
