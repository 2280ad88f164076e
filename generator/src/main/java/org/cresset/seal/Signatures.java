package org.cresset.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/** Reads signature packets. */
final class Signatures {
  private Signatures() {}

  /** The one signature in the bytes, and nothing else. */
  static PGPSignature single(byte[] raw) throws IOException, PGPException {
    ByteArrayInputStream rest = new ByteArrayInputStream(raw);
    BCPGInputStream in = new BCPGInputStream(rest);
    if (in.nextPacketTag() != org.bouncycastle.bcpg.PacketTags.SIGNATURE) {
      throw new IOException("no signature packet");
    }
    PGPSignature signature = new PGPSignature(in);
    if (in.read() >= 0) {
      throw new IOException("something follows the signature");
    }
    return signature;
  }

  /** Whether the two bytes are right by which a signature lets others reject it quickly. */
  static boolean startsRight(PGPSignature signature, byte[] data) {
    String hash =
        switch (signature.getHashAlgorithm()) {
          case HashAlgorithmTags.SHA256 -> "SHA-256";
          case HashAlgorithmTags.SHA512 -> "SHA-512";
          default -> "";
        };
    if (hash.isEmpty()) {
      // Judged as too weak before long.
      return true;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance(hash);
      digest.update(data);
      byte[] made = digest.digest(signature.getSignatureTrailer());
      return Arrays.equals(signature.getDigestPrefix(), Arrays.copyOf(made, 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  /** Whether nothing in it could be another byte and mean the same. */
  static boolean canonical(byte[] armoured) {
    try {
      PGPSignature signature = single(Armor.decode("SIGNATURE", armoured));
      String again = Armor.encode("SIGNATURE", signature.getEncoded());
      PGPSignatureSubpacketVector aside = signature.getUnhashedSubPackets();
      boolean issuerAlone =
          aside.size() == 0
              || (aside.size() == 1
                  && aside.hasSubpacket(SignatureSubpacketTags.ISSUER_KEY_ID)
                  && aside.getCriticalTags().length == 0);
      return issuerAlone && Arrays.equals(again.getBytes(StandardCharsets.US_ASCII), armoured);
    } catch (IOException | PGPException | RuntimeException e) {
      return false;
    }
  }
}
