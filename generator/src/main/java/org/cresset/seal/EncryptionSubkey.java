package org.cresset.seal;

import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes the subkey to which sealed editions and sources are encrypted for the team itself. It does
 * not expire: what was sealed once must stay readable.
 */
final class EncryptionSubkey {
  private final PGPKeyPairGenerator pairs;
  private final Date created;

  EncryptionSubkey(PGPKeyPairGenerator pairs, Date created) {
    this.pairs = pairs;
    this.created = created;
  }

  PGPSecretKey make(PGPKeyPair primary, @Nullable PBESecretKeyEncryptor lock) throws PGPException {
    PGPKeyPair pair =
        pairs.generateLegacyX25519KeyPair().asSubkey(new BcKeyFingerprintCalculator());
    PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
    says.setIssuerFingerprint(false, primary.getPublicKey());
    says.setSignatureCreationTime(false, created);
    says.setKeyFlags(true, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(
                primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
            primary.getPublicKey());
    generator.init(PGPSignature.SUBKEY_BINDING, primary.getPrivateKey());
    generator.setHashedSubpackets(says.generate());
    PGPSignature binding =
        generator.generateCertification(primary.getPublicKey(), pair.getPublicKey());
    PGPPublicKey bound = PGPPublicKey.addCertification(pair.getPublicKey(), binding);
    PGPDigestCalculator checksum = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
    return new PGPSecretKey(pair.getPrivateKey(), bound, checksum, false, lock);
  }
}
