package org.cresset.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Cipher;
import org.bouncycastle.bcpg.EdSecretBCPGKey;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.MPInteger;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.bcpg.RSASecretBCPGKey;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.bcpg.sig.IssuerKeyID;
import org.bouncycastle.bcpg.sig.SignatureCreationTime;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.util.BigIntegers;

/**
 * Makes signatures of version 4 with SHA-512. Hashes with the JDK's digest, which is several times
 * as fast as Bouncy Castle's, prepares the secret key once, and fills in the packet by itself: that
 * is what a build with thousands of signatures spends its time on. Safe for several threads.
 */
final class FastSigner {
  private static final int VERSION = 4;
  private static final int LEAST_RSA_BITS = 3072;
  private static final int ED25519_NUMBER = 32;

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

  /** Signs a hash: the one number of RSA; of Ed25519 R and S, 32 bytes each. */
  interface Scheme {
    byte[] sign(byte[] hash) throws GeneralSecurityException;
  }

  private final PGPPublicKey key;
  private final Scheme scheme;

  /** Signatures by the hash that they are of: several editions have the same files. */
  private final ConcurrentMap<ByteBuffer, byte[]> made = new ConcurrentHashMap<>();

  /**
   * Signs with a secret that may be kept elsewhere.
   *
   * @throws PGPException if the key is neither Ed25519 nor RSA of at least 3072 bits
   */
  FastSigner(PGPPublicKey key, Scheme scheme) throws PGPException {
    mustBeStrong(key);
    this.key = key;
    this.scheme = scheme;
  }

  /**
   * @throws PGPException if the key is neither Ed25519 nor RSA of at least 3072 bits
   */
  static FastSigner of(PGPPublicKey key, PGPPrivateKey secret) throws PGPException {
    mustBeStrong(key);
    return new FastSigner(key, scheme(secret));
  }

  /**
   * A signature packet (RFC 9580, section 5.2.3).
   *
   * @param type of signature (section 5.2.1)
   * @throws GeneralSecurityException if what keeps the secret does not sign
   */
  byte[] sign(byte[] data, int type, Instant at) throws GeneralSecurityException, IOException {
    MessageDigest digest = MessageDigest.getInstance("SHA-512");
    digest.update(data);
    return sign(digest, type, at);
  }

  /**
   * The same over what is too long to be held.
   *
   * @param digest SHA-512, which has taken it in
   */
  byte[] sign(MessageDigest digest, int type, Instant at)
      throws GeneralSecurityException, IOException {
    SignatureSubpacket[] hashed = {
      new IssuerFingerprint(false, VERSION, key.getFingerprint()),
      new SignatureCreationTime(false, Date.from(at)),
    };
    SignaturePacket unsigned = packet(type, hashed, new byte[2], new MPInteger[0]);
    byte[] hash = digest.digest(unsigned.getSignatureTrailer());
    return packet(type, hashed, Arrays.copyOf(hash, 2), numbers(signature(hash))).getEncoded();
  }

  private byte[] signature(byte[] hash) throws GeneralSecurityException {
    byte[] before = made.get(ByteBuffer.wrap(hash));
    if (before != null) {
      return before;
    }
    byte[] signature = scheme.sign(hash);
    made.put(ByteBuffer.wrap(hash), signature);
    return signature;
  }

  private SignaturePacket packet(
      int type, SignatureSubpacket[] hashed, byte[] start, MPInteger[] signature) {
    return new SignaturePacket(
        VERSION,
        true,
        type,
        key.getKeyID(),
        key.getAlgorithm(),
        HashAlgorithmTags.SHA512,
        hashed,
        new SignatureSubpacket[] {new IssuerKeyID(false, key.getKeyID())},
        start,
        signature);
  }

  /** One number of RSA; R and S of Ed25519. */
  private MPInteger[] numbers(byte[] signature) {
    if (key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_GENERAL) {
      return new MPInteger[] {number(signature)};
    }
    return new MPInteger[] {
      number(Arrays.copyOf(signature, ED25519_NUMBER)),
      number(Arrays.copyOfRange(signature, ED25519_NUMBER, signature.length)),
    };
  }

  private static MPInteger number(byte[] unsigned) {
    return new MPInteger(new BigInteger(1, unsigned));
  }

  private static void mustBeStrong(PGPPublicKey key) throws PGPException {
    int algorithm = key.getAlgorithm();
    if (algorithm != PublicKeyAlgorithmTags.EDDSA_LEGACY
        && (algorithm != PublicKeyAlgorithmTags.RSA_GENERAL
            || key.getBitStrength() < LEAST_RSA_BITS)) {
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
}
