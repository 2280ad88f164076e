package org.cresset.seal;

import java.io.OutputStream;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import javax.crypto.Cipher;
import org.bouncycastle.bcpg.EdSecretBCPGKey;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.bcpg.RSASecretBCPGKey;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.operator.PGPContentSigner;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.bouncycastle.util.BigIntegers;

/**
 * Signs with SHA-512. Hashes with the JDK's digest, which is several times as fast as Bouncy
 * Castle's, and prepares the secret key once.
 */
final class FastSigner implements PGPContentSigner {
  private static final int LEAST_RSA_BITS = 3072;

  /** DigestInfo of SHA-512 (RFC 8017, section 9.2, note 1). */
  private static final byte[] SHA512_INFO = {
    0x30,
    0x51,
    0x30,
    0x0d,
    0x06,
    0x09,
    0x60,
    (byte) 0x86,
    0x48,
    0x01,
    0x65,
    0x03,
    0x04,
    0x02,
    0x03,
    0x05,
    0x00,
    0x04,
    0x40
  };

  /** Signs a hash; the result as it stands in a signature packet. */
  interface Scheme {
    byte[] sign(byte[] hash) throws GeneralSecurityException;
  }

  /** What keeps the secret did not sign. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(GeneralSecurityException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private final int type;
  private final PGPPrivateKey key;
  private final MessageDigest digest;
  private final Scheme scheme;

  private FastSigner(int type, PGPPrivateKey key, Scheme scheme) throws PGPException {
    this.type = type;
    this.key = key;
    this.scheme = scheme;
    try {
      this.digest = MessageDigest.getInstance("SHA-512");
    } catch (GeneralSecurityException e) {
      throw new PGPException("this JDK has no SHA-512", e);
    }
  }

  /**
   * @throws PGPException if the key is neither Ed25519 nor RSA of at least 3072 bits
   */
  static PGPContentSignerBuilder builder(PGPPrivateKey key, int bits) throws PGPException {
    mustBeStrong(key, bits);
    return builder(key, bits, scheme(key));
  }

  /**
   * The same with the secret kept elsewhere.
   *
   * @param key names it
   */
  static PGPContentSignerBuilder builder(PGPPrivateKey key, int bits, Scheme scheme)
      throws PGPException {
    mustBeStrong(key, bits);
    return (type, any) -> new FastSigner(type, key, scheme);
  }

  private static void mustBeStrong(PGPPrivateKey key, int bits) throws PGPException {
    int algorithm = key.getPublicKeyPacket().getAlgorithm();
    if (algorithm != PublicKeyAlgorithmTags.EDDSA_LEGACY
        && (algorithm != PublicKeyAlgorithmTags.RSA_GENERAL || bits < LEAST_RSA_BITS)) {
      throw new PGPException("it is neither Ed25519 (algorithm 22) nor RSA of 3072 bits or more");
    }
  }

  private static Scheme scheme(PGPPrivateKey key) throws PGPException {
    if (key.getPublicKeyPacket().getAlgorithm() == PublicKeyAlgorithmTags.EDDSA_LEGACY) {
      BigInteger x = ((EdSecretBCPGKey) key.getPrivateKeyDataPacket()).getX();
      var secret = new Ed25519PrivateKeyParameters(BigIntegers.asUnsignedByteArray(32, x), 0);
      return hash -> ed25519(secret, hash);
    }
    PrivateKey secret = rsa(key);
    return hash -> rsa(secret, hash);
  }

  private static byte[] ed25519(Ed25519PrivateKeyParameters secret, byte[] hash) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, secret);
    signer.update(hash, 0, hash.length);
    return signer.generateSignature();
  }

  private static byte[] rsa(PrivateKey secret, byte[] hash) throws GeneralSecurityException {
    // With a private key the JDK pads as for a signature: block type 1.
    Cipher signer = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    signer.init(Cipher.ENCRYPT_MODE, secret);
    signer.update(SHA512_INFO);
    return signer.doFinal(hash);
  }

  private static PrivateKey rsa(PGPPrivateKey key) throws PGPException {
    RSASecretBCPGKey s = (RSASecretBCPGKey) key.getPrivateKeyDataPacket();
    RSAPublicBCPGKey p = (RSAPublicBCPGKey) key.getPublicKeyPacket().getKey();
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(
              new RSAPrivateCrtKeySpec(
                  s.getModulus(),
                  p.getPublicExponent(),
                  s.getPrivateExponent(),
                  s.getPrimeP(),
                  s.getPrimeQ(),
                  s.getPrimeExponentP(),
                  s.getPrimeExponentQ(),
                  s.getCrtCoefficient()));
    } catch (GeneralSecurityException e) {
      throw new PGPException("its RSA numbers do not fit together", e);
    }
  }

  @Override
  public OutputStream getOutputStream() {
    return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
  }

  @Override
  public byte[] getSignature() {
    try {
      return scheme.sign(getDigest());
    } catch (GeneralSecurityException e) {
      throw new Refused(e);
    }
  }

  /** Asked for before and after the signature is made; the running digest must not be used up. */
  @Override
  public byte[] getDigest() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-512 can be cloned", e);
    }
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getHashAlgorithm() {
    return HashAlgorithmTags.SHA512;
  }

  @Override
  public int getKeyAlgorithm() {
    return key.getPublicKeyPacket().getAlgorithm();
  }

  @Override
  public long getKeyID() {
    return key.getKeyID();
  }
}
