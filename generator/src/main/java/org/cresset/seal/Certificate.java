package org.cresset.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.cresset.problem.Failure;

/** A public key as others hold it: the primary key, its user ids, its subkeys. */
public final class Certificate {
  private final PGPPublicKeyRing ring;
  private final List<KeyPart> parts;
  private final String armoured;

  private Certificate(PGPPublicKeyRing ring, String armoured) {
    this.ring = ring;
    this.armoured = armoured;
    this.parts =
        StreamSupport.stream(ring.spliterator(), false)
            .map(key -> KeyPart.of(ring.getPublicKey(), key))
            .toList();
  }

  /**
   * Reads one armoured public key.
   *
   * @throws Failure of kind KEY if it is not exactly one
   */
  public static Certificate parse(byte[] armoured) {
    try {
      byte[] raw = Armor.decode("PUBLIC KEY BLOCK", armoured);
      PGPPublicKeyRing ring = new PGPPublicKeyRing(raw, new BcKeyFingerprintCalculator());
      if (ring.getEncoded().length != raw.length) {
        throw new IOException("more than one key");
      }
      return new Certificate(ring, new String(armoured, StandardCharsets.US_ASCII));
    } catch (IOException | RuntimeException e) {
      throw new Failure(
          Failure.Kind.KEY,
          "this is not one armoured OpenPGP public key: " + e.getMessage(),
          "export one with gpg --armor --export FINGERPRINT",
          e);
    }
  }

  static Certificate of(PGPPublicKeyRing ring) throws IOException {
    return new Certificate(ring, Armor.encode("PUBLIC KEY BLOCK", ring.getEncoded()));
  }

  /** Of the primary key: 40 hexadecimal digits in upper case. */
  public String fingerprint() {
    return fingerprint(ring.getPublicKey());
  }

  /** The first user id, or the fingerprint where there is none. */
  public String userId() {
    Iterator<String> ids = ring.getPublicKey().getUserIDs();
    return ids.hasNext() ? ids.next() : fingerprint();
  }

  /** When the primary key was made. */
  public Instant created() {
    return ring.getPublicKey().getCreationTime().toInstant();
  }

  /** When nothing of it can sign any more, if ever. */
  public Optional<Instant> expires() {
    List<Instant> ends =
        parts.stream()
            .filter(KeyPart::signs)
            .map(p -> earlier(p.expires(), primary().expires()).orElse(Instant.MAX))
            .toList();
    return ends.stream().max(Comparator.naturalOrder()).filter(end -> !end.equals(Instant.MAX));
  }

  /** Whether it can't be trusted any more for what is made now. */
  public boolean revoked() {
    return primary().revocation().isPresent();
  }

  /**
   * A key of it that signs, and when.
   *
   * @param fingerprint of the primary key or subkey, 40 hexadecimal digits in upper case
   * @param until when it can sign no more, by its own or the primary key's expiry
   * @param revoked when it, or the primary key, was revoked
   * @param compromised whether nothing that it signed counts any more
   */
  public record Service(
      String fingerprint,
      Instant from,
      Optional<Instant> until,
      Optional<Instant> revoked,
      boolean compromised) {}

  /** All keys of it that sign or did, the oldest first. */
  public List<Service> services() {
    return parts.stream()
        .filter(KeyPart::signs)
        .map(this::service)
        .sorted(Comparator.comparing(Service::from).thenComparing(Service::fingerprint))
        .toList();
  }

  /**
   * The primary key or a subkey.
   *
   * @param uses what it may do: {@code certify}, {@code sign}, {@code encrypt}
   * @param expires by its own or the primary key's expiry
   * @param revoked when it, or the primary key, was revoked
   */
  public record Key(
      String fingerprint,
      List<String> uses,
      Instant created,
      Optional<Instant> expires,
      Optional<Instant> revoked) {

    /** {@code valid}, {@code revoked}, {@code expired} or {@code not yet valid}. */
    public String status(Instant at) {
      if (revoked.isPresent()) {
        return "revoked";
      }
      if (at.isBefore(created)) {
        return "not yet valid";
      }
      return expires.filter(e -> !at.isBefore(e)).isPresent() ? "expired" : "valid";
    }
  }

  /** All keys in it, the primary key first. */
  public List<Key> keys() {
    return parts.stream()
        .map(p ->
            new Key(
                fingerprint(p.key()),
                p.uses(),
                p.created(),
                earlier(p.expires(), primary().expires()),
                revocation(p).map(KeyPart.Revocation::at)))
        .toList();
  }

  private Service service(KeyPart part) {
    Optional<KeyPart.Revocation> revoked = revocation(part);
    return new Service(
        fingerprint(part.key()),
        part.created(),
        earlier(part.expires(), primary().expires()),
        revoked.map(KeyPart.Revocation::at),
        revoked.filter(KeyPart.Revocation::compromised).isPresent());
  }

  /** The revocation of a part that counts most: its own or that of the primary key. */
  Optional<KeyPart.Revocation> revocation(KeyPart part) {
    return Stream.of(part, primary())
        .flatMap(p -> p.revocation().stream())
        .min(Comparator.comparing(KeyPart.Revocation::countsFrom));
  }

  /**
   * With what another copy of the same key says besides: newer subkeys, revocations. Nothing in it
   * counts that the primary key did not sign.
   */
  public Certificate with(Certificate copy) {
    if (!copy.fingerprint().equals(fingerprint())) {
      return this;
    }
    try {
      return of(PGPPublicKeyRing.join(ring, copy.ring));
    } catch (PGPException | IOException | RuntimeException e) {
      // A copy that does not fit says nothing.
      return this;
    }
  }

  /** When it was revoked, whatever for. */
  public Optional<Instant> revokedAt() {
    return primary().revocation().map(KeyPart.Revocation::at);
  }

  /** Whether the program made it by itself; its signatures prove nothing. */
  public boolean demonstration() {
    return userId().contains(NewKey.MARK);
  }

  /** Whether all that it ever signed counts for nothing. */
  public boolean compromised() {
    return primary().revocation().filter(KeyPart.Revocation::compromised).isPresent();
  }

  /** Armoured, as it was read. */
  public String armoured() {
    return armoured;
  }

  /** Lower-case key ids (16 digits) of all keys in it that may sign. */
  public List<String> signingKeyIds() {
    return parts.stream().filter(KeyPart::signs).map(p -> keyId(p.key().getKeyID())).toList();
  }

  /**
   * The newest of its keys to which something may be encrypted at a time. One that was made later
   * does no harm there.
   *
   * @throws Failure of kind KEY saying why there is none
   */
  KeyPart encryptionKey(Instant at) {
    return parts.stream()
        .filter(KeyPart::encrypts)
        .filter(p -> p.revokedFrom().isEmpty() && !revoked())
        .filter(
            p -> earlier(p.expires(), primary().expires()).filter(e -> !at.isBefore(e)).isEmpty())
        .max(Comparator.comparing(KeyPart::created).thenComparing(p -> fingerprint(p.key())))
        .orElseThrow(() -> noEncryption(at));
  }

  /**
   * Until when something can be encrypted to it; {@link Instant#MAX} if for ever.
   *
   * @throws Failure of kind KEY saying why nothing can be at that time
   */
  public Instant encryptsUntil(Instant at) {
    return earlier(encryptionKey(at).expires(), primary().expires()).orElse(Instant.MAX);
  }

  private Failure noEncryption(Instant at) {
    List<KeyPart> all = parts.stream().filter(KeyPart::encrypts).toList();
    String why =
        all.isEmpty()
            ? "has no subkey for encryption"
            : revoked() || all.stream().allMatch(p -> p.revokedFrom().isPresent())
                ? "is revoked"
                : "has expired";
    return new Failure(
        Failure.Kind.KEY,
        "nothing can be encrypted to "
            + userId()
            + " at "
            + at
            + ": the key "
            + fingerprint()
            + " "
            + why,
        "get a newer key of theirs (gpg --armor --export FINGERPRINT); to a key of the team's own"
            + " gpg --quick-add-key FINGERPRINT cv25519 encr adds what is missing");
  }

  PGPPublicKeyRing ring() {
    return ring;
  }

  KeyPart primary() {
    return parts.getFirst();
  }

  List<KeyPart> parts() {
    return parts;
  }

  static String keyId(long id) {
    return HexFormat.of().toHexDigits(id);
  }

  static String fingerprint(PGPPublicKey key) {
    return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
  }

  static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
    if (a.isPresent() && b.isPresent()) {
      return a.get().isBefore(b.get()) ? a : b;
    }
    return a.or(() -> b);
  }

  /**
   * The same certificate with a revocation in it, as others should get it; one that was made by
   * another key changes nothing.
   *
   * @param revocation armoured, as it was made beside the key
   */
  public Certificate revokedBy(byte[] revocation) {
    try {
      var signature = Signatures.single(Armor.decode("PUBLIC KEY BLOCK", revocation));
      PGPPublicKey primary = PGPPublicKey.addCertification(ring.getPublicKey(), signature);
      return of(PGPPublicKeyRing.insertPublicKey(ring, primary));
    } catch (IOException | PGPException e) {
      throw new Failure(
          Failure.Kind.KEY, "this is not a revocation certificate: " + e.getMessage(), "", e);
    }
  }
}
