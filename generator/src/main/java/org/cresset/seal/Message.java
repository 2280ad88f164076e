package org.cresset.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/**
 * What was inside an encrypted message.
 *
 * @param signature armoured and detached, over the content; empty if there was none
 */
public record Message(byte[] content, Optional<byte[]> signature) {
  /** In bytes; more is taken for an attempt to exhaust the memory. */
  private static final int MOST = 1 << 30;

  static Message read(InputStream in) throws IOException, PGPException {
    Optional<byte[]> content = Optional.empty();
    Optional<byte[]> signature = Optional.empty();
    BcPGPObjectFactory packets = new BcPGPObjectFactory(in);
    for (Object packet = packets.nextObject(); packet != null; packet = packets.nextObject()) {
      if (packet instanceof PGPCompressedData compressed) {
        return read(compressed.getDataStream());
      } else if (packet instanceof PGPLiteralData literal && content.isEmpty()) {
        content = Optional.of(literal.getInputStream().readNBytes(MOST));
      } else if (packet instanceof PGPSignatureList list && signature.isEmpty()) {
        String armoured = Armor.encode("SIGNATURE", list.get(0).getEncoded());
        signature = Optional.of(armoured.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return new Message(content.orElseThrow(() -> new IOException("nothing in it")), signature);
  }

  /** Judges the signature inside, as {@link Verifier#verify} does. */
  public Verdict verify(Certificate signer, Instant now) {
    return signature
        .map(s -> new Verifier(signer).verify(content, s, now))
        .orElseGet(() -> Verdict.malformed("the message is not signed"));
  }
}
