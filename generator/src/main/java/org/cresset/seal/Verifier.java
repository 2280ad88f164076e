package org.cresset.seal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Verifies signatures with a pinned public key. A key is judged at the time a signature was made:
 * what was signed while it was valid stays good. Safe for several threads.
 */
public final class Verifier {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Set<Integer> UNDERSTOOD =
      Set.of(
          SignatureSubpacketTags.CREATION_TIME,
          SignatureSubpacketTags.EXPIRE_TIME,
          SignatureSubpacketTags.ISSUER_KEY_ID,
          SignatureSubpacketTags.ISSUER_FINGERPRINT);

  private final Certificate pinned;

  public Verifier(Certificate pinned) {
    this.pinned = pinned;
  }

  public Certificate pinned() {
    return pinned;
  }

  /**
   * Judges an armoured detached signature over a binary document.
   *
   * @param now a signature made more than five minutes later is not good
   */
  public Verdict verify(byte[] data, byte[] signature, Instant now) {
    return verify(data, signature, PGPSignature.BINARY_DOCUMENT, now);
  }

  /** Judges a cleartext-signed message (RFC 9580, section 7), as security.txt is one. */
  public Verdict verifyCleartext(byte[] message, Instant now) {
    return Cleartext.split(message)
        .map(m -> verify(m.signed(), m.signature(), PGPSignature.CANONICAL_TEXT_DOCUMENT, now))
        .orElseGet(() -> Verdict.malformed("not one cleartext-signed message"));
  }

  /**
   * What a signature says of itself; unverified.
   *
   * @param keyId of the key that made it, 16 digits in lower case
   */
  public record Claim(String keyId, Instant made) {}

  /** What a signature says of itself, if it is one. */
  public static Optional<Claim> claim(byte[] signature) {
    try {
      PGPSignature read = Signatures.single(Armor.decode("SIGNATURE", signature));
      return Optional.of(
          new Claim(Certificate.keyId(read.getKeyID()), read.getCreationTime().toInstant()));
    } catch (IOException | PGPException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether an armoured signature is written as Cresset writes its own: no byte could be another
   * and mean the same.
   */
  public static boolean canonical(byte[] signature) {
    return Signatures.canonical(signature);
  }

  private Verdict verify(byte[] data, byte[] armoured, int type, Instant now) {
    try {
      PGPSignature signature = Signatures.single(Armor.decode("SIGNATURE", armoured));
      if (signature.getVersion() != 4 || signature.getSignatureType() != type) {
        return Verdict.malformed("not a signature of version 4 of the expected type");
      }
      return judge(signature, key -> isMade(signature, data, key), now);
    } catch (IOException | PGPException | RuntimeException e) {
      return Verdict.malformed("not exactly one armoured signature");
    }
  }

  /** The key of the certificate with that id, if it may sign. */
  Optional<PGPPublicKey> signer(long keyId) {
    return pinned.parts().stream()
        .filter(KeyPart::signs)
        .map(KeyPart::key)
        .filter(k -> k.getKeyID() == keyId)
        .findFirst();
  }

  /**
   * Judges a signature over a binary document that was read in passing.
   *
   * @param taken what announced it; begun with {@link #signer(long)}, it has taken in the document
   */
  Verdict verify(PGPOnePassSignature taken, PGPSignature signature, Instant now) {
    boolean same =
        signature.getVersion() == 4
            && signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT
            && taken.getSignatureType() == PGPSignature.BINARY_DOCUMENT
            && taken.getHashAlgorithm() == signature.getHashAlgorithm()
            && taken.getKeyID() == signature.getKeyID();
    try {
      return same
          ? judge(signature, key -> taken.verify(signature), now)
          : Verdict.malformed("not the signature that was announced");
    } catch (PGPException | RuntimeException e) {
      return Verdict.malformed("not exactly one signature");
    }
  }

  /** Whether a key made a signature over the document. */
  private interface Made {
    boolean by(PGPPublicKey key) throws PGPException;
  }

  private static boolean isMade(PGPSignature signature, byte[] data, PGPPublicKey key)
      throws PGPException {
    signature.init(new BcPGPContentVerifierBuilderProvider(), key);
    signature.update(data);
    return signature.verify() && Signatures.startsRight(signature, data);
  }

  private Verdict judge(PGPSignature signature, Made made, Instant now) throws PGPException {
    PGPSignatureSubpacketVector said = signature.getHashedSubPackets();
    if (!said.hasSubpacket(SignatureSubpacketTags.CREATION_TIME)) {
      return Verdict.malformed("the signature does not say when it was made");
    }
    for (int tag : said.getCriticalTags()) {
      if (!UNDERSTOOD.contains(tag)) {
        return Verdict.malformed("the signature has a condition that is not understood");
      }
    }
    KeyPart key = signer(signature).orElse(null);
    if (key == null) {
      return verdict(
          Verdict.Outcome.WRONG_KEY, signature, "made by another key than the pinned one");
    }
    if (!made.by(key.key())) {
      return verdict(Verdict.Outcome.BAD, signature, "not made over these bytes");
    }
    return validity(signature, key, now);
  }

  private Optional<KeyPart> signer(PGPSignature signature) {
    SignatureSubpacket issuer =
        signature.getHashedSubPackets().getSubpacket(SignatureSubpacketTags.ISSUER_FINGERPRINT);
    return pinned.parts().stream()
        .filter(KeyPart::signs)
        .filter(p -> p.key().getKeyID() == signature.getKeyID())
        .filter(p ->
            issuer == null
                || signature
                    .getHashedSubPackets()
                    .getIssuerFingerprint()
                    .getKeyIdentifier()
                    .matchesExplicit(p.key().getKeyIdentifier()))
        .findFirst();
  }

  private Verdict validity(PGPSignature signature, KeyPart key, Instant now) {
    Instant made = signature.getCreationTime().toInstant();
    long lasts = signature.getHashedSubPackets().getSignatureExpirationTime();
    Optional<Instant> ends = Certificate.earlier(key.expires(), pinned.primary().expires());
    Optional<KeyPart.Revocation> revoked = pinned.revocation(key);
    int hash = signature.getHashAlgorithm();
    if (hash != HashAlgorithmTags.SHA256 && hash != HashAlgorithmTags.SHA512) {
      return verdict(
          Verdict.Outcome.WEAK_HASH, signature, "hashed with neither SHA-256 nor SHA-512");
    }
    if (revoked.filter(r -> !r.countsFrom().isAfter(made)).isPresent()) {
      return verdict(Verdict.Outcome.REVOKED, signature, revoked(revoked.get(), made));
    }
    if (made.isBefore(key.created()) || ends.filter(e -> !made.isBefore(e)).isPresent()) {
      String why =
          made.isBefore(key.created())
              ? "before its key was, at " + key.created()
              : "after its key had expired, at " + ends.orElseThrow();
      return verdict(
          Verdict.Outcome.EXPIRED,
          signature,
          "its key was not valid when it was made: made at " + made + ", " + why);
    }
    if (lasts > 0 && !now.isBefore(made.plusSeconds(lasts))) {
      return verdict(Verdict.Outcome.EXPIRED, signature, "the signature itself has expired");
    }
    if (made.isAfter(now.plus(TOLERANCE))) {
      return verdict(Verdict.Outcome.FUTURE, signature, "made in the future, at " + made);
    }
    return verdict(
        Verdict.Outcome.GOOD,
        signature,
        revoked.isPresent(),
        "good, made at " + made + since(ends, revoked, now));
  }

  private static String revoked(KeyPart.Revocation by, Instant made) {
    return by.compromised()
        ? "its key was revoked at "
            + by.at()
            + " for all time: somebody else may have it and could have made this, whatever time"
            + " it says"
        : "its key was revoked: made at " + made + ", after the key was retired at " + by.at();
  }

  /** What became of the key since, which takes nothing from the signature. */
  private static String since(
      Optional<Instant> ends, Optional<KeyPart.Revocation> revoked, Instant now) {
    if (revoked.isPresent()) {
      return " while its key was in service; the key was retired later, at " + revoked.get().at();
    }
    return ends.filter(e -> !now.isBefore(e))
        .map(e -> " while its key was valid; the key expired later, at " + e)
        .orElse("");
  }

  private Verdict verdict(Verdict.Outcome outcome, PGPSignature signature, String detail) {
    return verdict(outcome, signature, false, detail);
  }

  private Verdict verdict(
      Verdict.Outcome outcome, PGPSignature signature, boolean revokedLater, String detail) {
    return new Verdict(
        outcome,
        Optional.of(signature.getCreationTime().toInstant()),
        outcome == Verdict.Outcome.WRONG_KEY ? Optional.empty() : Optional.of(pinned.fingerprint()),
        Optional.of(hashName(signature.getHashAlgorithm())),
        revokedLater,
        detail);
  }

  private static String hashName(int hash) {
    return switch (hash) {
      case HashAlgorithmTags.SHA1 -> "SHA1";
      case HashAlgorithmTags.SHA256 -> "SHA256";
      case HashAlgorithmTags.SHA384 -> "SHA384";
      case HashAlgorithmTags.SHA512 -> "SHA512";
      default -> "algorithm " + hash;
    };
  }
}
