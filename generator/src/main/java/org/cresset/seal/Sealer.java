package org.cresset.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.OnePassSignaturePacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.cresset.problem.Failure;

/**
 * Encrypts to several readers: AES-256 with integrity protection, and nothing in the clear that
 * names a reader (key id 0). gpg 2.2 and newer read it.
 */
public final class Sealer {
  private static final int BUFFER = 1 << 16;

  private final List<PGPPublicKey> recipients;

  /**
   * @param recipients at least one; each is encrypted to with its newest key for encryption
   * @param at when their keys must be valid
   * @throws Failure of kind KEY if one has no key that is
   */
  public Sealer(List<Certificate> recipients, Instant at) {
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("sealed for nobody");
    }
    this.recipients = recipients.stream().map(c -> c.encryptionKey(at).key()).distinct().toList();
  }

  /** An armoured message, unsigned; for sources, which Git signs. */
  public byte[] armoured(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream inside = encrypting(out)) {
      literal(inside, content);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return Armor.encode("MESSAGE", out.toByteArray()).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Writes the content as a message that is signed inside.
   *
   * @param at when it is signed, in whole seconds
   * @throws Failure of kind KEY if the key can't sign then
   */
  public void seal(byte[] content, SigningKey signer, Instant at, OutputStream out)
      throws IOException {
    PGPSignature signature = signature(signer.sign(content, at));
    try (OutputStream inside = encrypting(out)) {
      new BCPGOutputStream(inside)
          .writePacket(
              new OnePassSignaturePacket(
                  signature.getSignatureType(),
                  signature.getHashAlgorithm(),
                  signature.getKeyAlgorithm(),
                  signature.getKeyID(),
                  false));
      literal(inside, content);
      signature.encode(inside);
    }
  }

  /**
   * The same with a content of any length, which is written while it is made.
   *
   * @throws Failure of kind KEY if the key can't sign then
   */
  public void seal(Content content, SigningKey signer, Instant at, OutputStream out)
      throws IOException {
    OnePassSignaturePacket announced = signer.announced(at);
    MessageDigest digest = sha512();
    try (OutputStream inside = encrypting(out)) {
      new BCPGOutputStream(inside).writePacket(announced);
      try (OutputStream literal =
          new PGPLiteralDataGenerator()
              .open(inside, PGPLiteralData.BINARY, "", new Date(0), new byte[BUFFER])) {
        content.writeTo(new DigestOutputStream(literal, digest));
      }
      inside.write(signer.packet(digest, at));
    }
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  /** Closing it ends the message, not the stream below. */
  private OutputStream encrypting(OutputStream out) throws IOException {
    PGPEncryptedDataGenerator generator =
        new PGPEncryptedDataGenerator(
            new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(new SecureRandom()));
    for (PGPPublicKey recipient : recipients) {
      generator.addMethod(
          new BcPublicKeyKeyEncryptionMethodGenerator(recipient).setUseWildcardRecipient(true));
    }
    try {
      return generator.open(out, new byte[BUFFER]);
    } catch (PGPException e) {
      throw new IllegalStateException("encrypting to a key that was found fit failed", e);
    }
  }

  /** Without a name or a time: neither is signed, and both would tell. */
  private static void literal(OutputStream inside, byte[] content) throws IOException {
    PGPLiteralDataGenerator generator = new PGPLiteralDataGenerator();
    try (OutputStream literal =
        generator.open(inside, PGPLiteralData.BINARY, "", content.length, new Date(0))) {
      literal.write(content);
    }
  }

  private static PGPSignature signature(byte[] armoured) throws IOException {
    try {
      return Signatures.single(Armor.decode("SIGNATURE", armoured));
    } catch (PGPException e) {
      throw new IllegalStateException("not the signature just made", e);
    }
  }
}
