package org.cresset.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bouncycastle.bcpg.S2K;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** A secret key without its primary part, as a machine has it that signs every day. */
final class OfflinePrimary {
  private OfflinePrimary() {}

  /** The same key with a stub for its primary secret, in the form that gpg gives it. */
  static PGPSecretKeyRing without(PGPSecretKeyRing whole) throws IOException, PGPException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (PGPSecretKey key : whole) {
      PGPSecretKey written = key.isMasterKey() ? stub(key) : key;
      written.encode(out);
    }
    return new PGPSecretKeyRing(out.toByteArray(), new BcKeyFingerprintCalculator());
  }

  private static PGPSecretKey stub(PGPSecretKey primary) {
    SecretKeyPacket packet =
        new SecretKeyPacket(
            primary.getPublicKey().getPublicKeyPacket(),
            SymmetricKeyAlgorithmTags.AES_256,
            SecretKeyPacket.USAGE_CHECKSUM,
            S2K.gnuDummyS2K(S2K.GNUDummyParams.noPrivateKey()),
            new byte[0],
            new byte[0]);
    return new PGPSecretKey(packet, primary.getPublicKey());
  }
}
