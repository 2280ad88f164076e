package org.cresset.seal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;

/**
 * What a primary key says of itself and its subkeys, all with SHA-512 and dated as asked; the
 * library's own way dates by the clock.
 */
final class SelfSignatures {
  private final PGPKeyPair primary;
  private final Date at;

  SelfSignatures(PGPKeyPair primary, Instant at) {
    this.primary = primary;
    this.at = Date.from(at);
  }

  /**
   * A subkey that signs, with its own agreement inside.
   *
   * @param lasts from the subkey's creation; empty: without end
   */
  PGPSignature signingSubkey(PGPKeyPair subkey, Optional<Duration> lasts) throws PGPException {
    PGPSignatureGenerator back = new PGPSignatureGenerator(signer(subkey), subkey.getPublicKey());
    back.init(PGPSignature.PRIMARYKEY_BINDING, subkey.getPrivateKey());
    back.setHashedSubpackets(says(subkey).generate());
    PGPSignatureSubpacketGenerator says = says(primary);
    says.setKeyFlags(true, KeyFlags.SIGN_DATA);
    lasts.map(Duration::toSeconds).ifPresent(s -> says.setKeyExpirationTime(true, s));
    try {
      says.setEmbeddedSignature(
          false, back.generateCertification(primary.getPublicKey(), subkey.getPublicKey()));
    } catch (IOException e) {
      throw new PGPException("could not encode the binding", e);
    }
    return generator(PGPSignature.SUBKEY_BINDING, says)
        .generateCertification(primary.getPublicKey(), subkey.getPublicKey());
  }

  /**
   * Revokes the primary key, or one of its subkeys.
   *
   * @param reason of {@link org.bouncycastle.bcpg.sig.RevocationReasonTags}
   */
  PGPSignature revocation(PGPPublicKey key, byte reason, String text) throws PGPException {
    PGPSignatureSubpacketGenerator says = says(primary);
    says.setRevocationReason(false, reason, text);
    return key.isMasterKey()
        ? generator(PGPSignature.KEY_REVOCATION, says).generateCertification(key)
        : generator(PGPSignature.SUBKEY_REVOCATION, says)
            .generateCertification(primary.getPublicKey(), key);
  }

  private PGPSignatureGenerator generator(int type, PGPSignatureSubpacketGenerator says)
      throws PGPException {
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(signer(primary), primary.getPublicKey());
    generator.init(type, primary.getPrivateKey());
    generator.setHashedSubpackets(says.generate());
    return generator;
  }

  private PGPSignatureSubpacketGenerator says(PGPKeyPair by) {
    PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
    says.setIssuerFingerprint(false, by.getPublicKey());
    says.setSignatureCreationTime(false, at);
    return says;
  }

  static PGPContentSignerBuilder signer(PGPKeyPair key) {
    return new BcPGPContentSignerBuilder(
        key.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512);
  }
}
