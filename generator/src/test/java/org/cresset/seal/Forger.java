package org.cresset.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** Makes signatures that Cresset would never make, with a key that has no passphrase. */
public final class Forger {
  private final PGPSecretKey key;
  private final PGPPrivateKey secret;

  /**
   * @param file of a key store
   */
  public Forger(Path file) {
    try {
      byte[] raw = Armor.decode("PRIVATE KEY BLOCK", Files.readAllBytes(file));
      PGPSecretKeyRing ring = new PGPSecretKeyRing(raw, new BcKeyFingerprintCalculator());
      PGPSecretKey signing = ring.getSecretKey();
      for (PGPSecretKey k : ring) {
        if (!k.isMasterKey() && k.isSigningKey()) {
          signing = k;
        }
      }
      key = signing;
      secret =
          key.extractPrivateKey(
              new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                  .build(new char[0]));
    } catch (IOException | PGPException e) {
      throw new AssertionError(e);
    }
  }

  private PGPSignatureGenerator generator(int hash, Instant at, long lasts) throws PGPException {
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), hash),
            key.getPublicKey());
    generator.init(PGPSignature.BINARY_DOCUMENT, secret);
    PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
    says.setIssuerFingerprint(false, key.getPublicKey());
    says.setSignatureCreationTime(false, Date.from(at));
    if (lasts > 0) {
      says.setSignatureExpirationTime(true, lasts);
    }
    generator.setHashedSubpackets(says.generate());
    return generator;
  }

  /**
   * A detached signature.
   *
   * @param hash of {@link HashAlgorithmTags}
   * @param lasts seconds after which it expires; 0: never
   */
  public byte[] detached(byte[] data, int hash, Instant at, long lasts) {
    try {
      PGPSignatureGenerator generator = generator(hash, at, lasts);
      generator.update(data);
      return Armor.encode("SIGNATURE", generator.generate().getEncoded())
          .getBytes(StandardCharsets.US_ASCII);
    } catch (PGPException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A message that carries its own text: a good signature, but over something else. */
  public byte[] inline(byte[] text, Instant at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ArmoredOutputStream armor = ArmoredOutputStream.builder().build(out)) {
      PGPSignatureGenerator generator = generator(HashAlgorithmTags.SHA512, at, 0);
      generator.generateOnePassVersion(false).encode(armor);
      PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
      try (OutputStream body =
          literal.open(armor, PGPLiteralData.BINARY, "", text.length, Date.from(at))) {
        body.write(text);
      }
      generator.update(text);
      generator.generate().encode(armor);
    } catch (PGPException | IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
