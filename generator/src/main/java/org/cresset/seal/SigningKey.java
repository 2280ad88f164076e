package org.cresset.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.OnePassSignaturePacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.cresset.problem.Failure;

/**
 * A secret key, unlocked once for a run. The same bytes at the same time give the same signature.
 * Safe for several threads.
 */
public final class SigningKey {
  private final Certificate certificate;
  private final KeyPart part;
  private final FastSigner signer;
  private final boolean demonstration;
  private final boolean elsewhere;

  SigningKey(StoredKey stored, KeyPart part, PGPPrivateKey secret) throws PGPException {
    this(stored.certificate(), part, FastSigner.of(part.key(), secret));
  }

  SigningKey(Certificate certificate, KeyPart part, FastSigner signer) {
    this(certificate, part, signer, false);
  }

  private SigningKey(Certificate certificate, KeyPart part, FastSigner signer, boolean elsewhere) {
    this.elsewhere = elsewhere;
    this.certificate = certificate;
    this.demonstration = certificate.demonstration();
    this.part = part;
    this.signer = signer;
  }

  /**
   * A key whose secret is elsewhere: it can be named, and can't sign.
   *
   * @param at when it is to sign there
   * @throws Failure of kind KEY if it is not valid then
   */
  public static SigningKey elsewhere(Certificate certificate, Instant at) {
    KeyPart part =
        certificate.parts().stream()
            .filter(p -> !certificate.revoked() && fits(p, certificate, at))
            .findFirst()
            .orElseThrow(() -> notValid(certificate, at));
    try {
      FastSigner none =
          new FastSigner(
              part.key(),
              hash -> {
                throw new GeneralSecurityException("its secret is not here");
              });
      return new SigningKey(certificate, part, none, true);
    } catch (PGPException e) {
      throw new Failure(Failure.Kind.KEY, "the key can't sign: " + e.getMessage(), "", e);
    }
  }

  /** Whether its secret is elsewhere. */
  public boolean elsewhere() {
    return elsewhere;
  }

  /** Of the primary key: 40 hexadecimal digits in upper case. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  public boolean demonstration() {
    return demonstration;
  }

  /** The public half. */
  public Certificate certificate() {
    return certificate;
  }

  /** From when it can sign. */
  public Instant created() {
    return part.created();
  }

  /** When it can sign no more. */
  public Optional<Instant> expires() {
    return Certificate.earlier(part.expires(), certificate.primary().expires());
  }

  /**
   * An armoured detached signature over a binary document.
   *
   * @param at in whole seconds
   * @throws Failure of kind KEY if the key is not valid then
   */
  public byte[] sign(byte[] data, Instant at) {
    return armoured(data, PGPSignature.BINARY_DOCUMENT, at)
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /**
   * The text as a cleartext-signed message (RFC 9580, section 7).
   *
   * @throws Failure of kind KEY if the key is not valid then
   */
  public byte[] signCleartext(String text, Instant at) {
    String signature =
        armoured(Cleartext.canonical(text), PGPSignature.CANONICAL_TEXT_DOCUMENT, at);
    return Cleartext.join(text, signature).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * What says, before a long content, who is going to sign it (RFC 9580, section 5.4).
   *
   * @throws Failure of kind KEY if the key is not valid then
   */
  OnePassSignaturePacket announced(Instant at) {
    mustFit(at);
    return new OnePassSignaturePacket(
        PGPSignature.BINARY_DOCUMENT,
        HashAlgorithmTags.SHA512,
        part.key().getAlgorithm(),
        part.key().getKeyID(),
        false);
  }

  /**
   * The signature packet that follows it.
   *
   * @param content SHA-512, which has taken it in
   */
  byte[] packet(MessageDigest content, Instant at) {
    mustFit(at);
    try {
      return signer.sign(content, PGPSignature.BINARY_DOCUMENT, at);
    } catch (GeneralSecurityException | IOException e) {
      throw unable(e);
    }
  }

  private String armoured(byte[] data, int type, Instant at) {
    mustFit(at);
    try {
      return Armor.encode("SIGNATURE", signer.sign(data, type, at));
    } catch (GeneralSecurityException | IOException e) {
      throw unable(e);
    }
  }

  private void mustFit(Instant at) {
    if (!fits(part, certificate, at)) {
      throw notValid(certificate, at);
    }
  }

  private Failure unable(Exception e) {
    return new Failure(
        Failure.Kind.KEY, "the key " + fingerprint() + " can't sign: " + e.getMessage(), "", e);
  }

  /** Whether a key of a certificate is valid for signing at a time. */
  static boolean fits(KeyPart part, Certificate certificate, Instant at) {
    return part.signs()
        && part.revokedFrom().isEmpty()
        && !at.isBefore(part.created())
        && Certificate.earlier(part.expires(), certificate.primary().expires())
            .filter(e -> !at.isBefore(e))
            .isEmpty();
  }

  static Failure notValid(Certificate certificate, Instant at) {
    String why =
        certificate.revoked()
            ? "is revoked"
            : certificate
                .expires()
                .filter(e -> !at.isBefore(e))
                .map(e -> "expired at " + e)
                .orElse("was made at " + certificate.created());
    return new Failure(
        Failure.Kind.KEY,
        "the key " + certificate.fingerprint() + " can't sign at " + at + ": it " + why,
        "choose a key that is valid then: signing.key in cresset.yaml, or cresset keys rotate");
  }
}
