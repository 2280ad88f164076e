package org.cresset.seal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;

/** What is inside an encrypted message; at its end it says whether the message was changed. */
final class ProtectedStream extends FilterInputStream {
  private final PGPPublicKeyEncryptedData sealed;
  private final InputStream message;
  private final String name;
  private boolean whole;

  ProtectedStream(
      PGPPublicKeyEncryptedData sealed, PGPSessionKey session, InputStream message, String name)
      throws IOException, PGPException {
    super(inside(sealed, session));
    this.sealed = sealed;
    this.message = message;
    this.name = name;
  }

  private static InputStream inside(PGPPublicKeyEncryptedData sealed, PGPSessionKey session)
      throws IOException, PGPException {
    if (!sealed.isIntegrityProtected()) {
      throw new IOException("it is not protected against change");
    }
    return sealed.getDataStream(new BcSessionKeyDataDecryptorFactory(session));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int at, int length) throws IOException {
    try {
      int count = super.read(buffer, at, length);
      if (count < 0 && !whole) {
        mustBeWhole();
        whole = true;
      }
      return count;
    } catch (IOException | PGPException | RuntimeException e) {
      throw Opener.broken(name, e);
    }
  }

  private void mustBeWhole() throws IOException, PGPException {
    if (!sealed.verify()) {
      throw new IOException("it was changed");
    }
    if (message.read() >= 0) {
      throw new IOException("something follows it");
    }
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    message.close();
  }
}
