package org.cresset.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * A primary key or subkey with what its verified self-signatures say of it.
 *
 * @param signs whether it is bound to its primary key and may sign data
 * @param encrypts whether it is bound to its primary key and others may encrypt to it
 * @param expires by its newest binding
 * @param revocation the one that counts most, if there is any
 */
record KeyPart(
    PGPPublicKey key,
    boolean signs,
    boolean encrypts,
    Optional<Instant> expires,
    Optional<Revocation> revocation) {
  private static final int FOR_ENCRYPTION = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

  /**
   * @param at when it was made
   * @param compromised whether it counts for all time: others may have the key, or no reason is
   *     given; else the key was only retired or superseded
   */
  record Revocation(Instant at, boolean compromised) {
    /** From when the key's signatures count no more. */
    Instant countsFrom() {
      return compromised ? Instant.MIN : at;
    }
  }

  static KeyPart of(PGPPublicKey primary, PGPPublicKey key) {
    List<PGPSignature> bindings = new ArrayList<>();
    List<PGPSignature> revocations = new ArrayList<>();
    if (key.isMasterKey()) {
      primaryBindings(primary, bindings);
      collect(key.getSignaturesOfType(PGPSignature.KEY_REVOCATION), primary, key, revocations);
    } else {
      collect(key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING), primary, key, bindings);
      collect(key.getSignaturesOfType(PGPSignature.SUBKEY_REVOCATION), primary, key, revocations);
    }
    Optional<PGPSignature> newest =
        bindings.stream().max(Comparator.comparing(PGPSignature::getCreationTime));
    return new KeyPart(
        key,
        newest.isPresent() && maySign(primary, key, newest.get()),
        newest.isPresent() && mayEncrypt(key, newest.get()),
        newest.flatMap(s -> expiry(key, s)),
        revocations.stream()
            .map(r -> new Revocation(r.getCreationTime().toInstant(), r.isHardRevocation()))
            .min(Comparator.comparing(Revocation::countsFrom).thenComparing(Revocation::at)));
  }

  Instant created() {
    return key.getCreationTime().toInstant();
  }

  Optional<Instant> revokedFrom() {
    return revocation.map(Revocation::countsFrom);
  }

  /** What it may do. */
  List<String> uses() {
    List<String> uses = new ArrayList<>();
    if (key.isMasterKey()) {
      uses.add("certify");
    }
    if (signs) {
      uses.add("sign");
    }
    if (encrypts) {
      uses.add("encrypt");
    }
    return uses;
  }

  private static void primaryBindings(PGPPublicKey primary, List<PGPSignature> out) {
    collect(primary.getSignaturesOfType(PGPSignature.DIRECT_KEY), primary, primary, out);
    Iterator<byte[]> ids = primary.getRawUserIDs();
    while (ids.hasNext()) {
      byte[] id = ids.next();
      Iterator<PGPSignature> signatures = primary.getSignaturesForID(id);
      while (signatures.hasNext()) {
        PGPSignature s = signatures.next();
        if (s.isCertification()
            && s.getKeyID() == primary.getKeyID()
            && holds(s, primary, () -> s.verifyCertification(id, primary))) {
          out.add(s);
        }
      }
    }
  }

  private static void collect(
      Iterator<PGPSignature> from, PGPPublicKey primary, PGPPublicKey key, List<PGPSignature> out) {
    while (from.hasNext()) {
      PGPSignature s = from.next();
      boolean own =
          s.getSignatureType() == PGPSignature.KEY_REVOCATION
                  || s.getSignatureType() == PGPSignature.DIRECT_KEY
              ? holds(s, primary, () -> s.verifyCertification(key))
              : holds(s, primary, () -> s.verifyCertification(primary, key));
      if (own) {
        out.add(s);
      }
    }
  }

  private interface Check {
    boolean test() throws PGPException;
  }

  private static boolean holds(PGPSignature signature, PGPPublicKey by, Check check) {
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), by);
      return check.test();
    } catch (PGPException | RuntimeException e) {
      // A signature that can't be understood proves nothing; the key may have others.
      return false;
    }
  }

  private static Optional<Instant> expiry(PGPPublicKey key, PGPSignature binding) {
    long seconds = binding.getHashedSubPackets().getKeyExpirationTime();
    return seconds == 0
        ? Optional.empty()
        : Optional.of(key.getCreationTime().toInstant().plusSeconds(seconds));
  }

  private static boolean maySign(PGPPublicKey primary, PGPPublicKey key, PGPSignature binding) {
    PGPSignatureSubpacketVector said = binding.getHashedSubPackets();
    boolean flagged =
        said.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)
            ? (said.getKeyFlags() & KeyFlags.SIGN_DATA) != 0
            : key.isMasterKey();
    return flagged && (key.isMasterKey() || boundBack(primary, key, binding));
  }

  private static boolean mayEncrypt(PGPPublicKey key, PGPSignature binding) {
    PGPSignatureSubpacketVector said = binding.getHashedSubPackets();
    return key.isEncryptionKey()
        && said.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)
        && (said.getKeyFlags() & FOR_ENCRYPTION) != 0;
  }

  /** A signing subkey must itself agree (RFC 9580, section 5.2.1.9), or it could be stolen. */
  private static boolean boundBack(PGPPublicKey primary, PGPPublicKey key, PGPSignature binding) {
    try {
      for (PGPSignature s : binding.getHashedSubPackets().getEmbeddedSignatures()) {
        if (s.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
            && holds(s, key, () -> s.verifyCertification(primary, key))) {
          return true;
        }
      }
      for (PGPSignature s : binding.getUnhashedSubPackets().getEmbeddedSignatures()) {
        if (s.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
            && holds(s, key, () -> s.verifyCertification(primary, key))) {
          return true;
        }
      }
      return false;
    } catch (PGPException e) {
      return false;
    }
  }
}
