package org.cresset.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;

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
}
