package org.cresset.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.cresset.problem.Failure;

/** A key whose secret gpg-agent keeps, or a card that it speaks to. */
public final class AgentKey {
  private static final int ED25519_SIZE = 32;

  private AgentKey() {}

  /**
   * Opens a key for a run.
   *
   * @param fingerprint of the primary key; spaces allowed
   * @param at when it is to sign
   * @throws Failure of kind KEY if gpg has no such key, or none of its parts may sign then
   */
  public static SigningKey open(String fingerprint, Instant at, PassphraseSource passphrase) {
    return open(fingerprint, at, passphrase, new GpgProgram(Optional.empty()));
  }

  /**
   * The public half of a key that gpg has.
   *
   * @param fingerprint of the primary key; spaces allowed
   * @throws Failure of kind KEY if gpg has no such key
   */
  public static Certificate certificate(String fingerprint) {
    return new GpgProgram(Optional.empty()).certificate(plain(fingerprint));
  }

  private static String plain(String fingerprint) {
    return fingerprint.replaceAll("\\s|^0[xX]", "").toUpperCase(Locale.ROOT);
  }

  static SigningKey open(
      String fingerprint, Instant at, PassphraseSource passphrase, GpgProgram gpg) {
    String wanted = plain(fingerprint);
    Certificate certificate = gpg.certificate(wanted);
    SortedMap<String, String> grips = gpg.keygrips(wanted);
    KeyPart part =
        certificate.parts().stream()
            .filter(p -> !certificate.revoked() && SigningKey.fits(p, certificate, at))
            .filter(p -> grips.containsKey(Certificate.fingerprint(p.key())))
            .max(
                Comparator.<KeyPart, Boolean>comparing(p -> !p.key().isMasterKey())
                    .thenComparing(KeyPart::created))
            .orElseThrow(() -> SigningKey.notValid(certificate, at));
    try {
      PGPPublicKey key = part.key();
      String grip = Objects.requireNonNull(grips.get(Certificate.fingerprint(key)));
      GpgAgent agent = new GpgAgent(gpg, passphrase);
      return new SigningKey(
          certificate,
          part,
          new FastSigner(key, hash -> numbers(key.getAlgorithm(), agent.sign(grip, hash))));
    } catch (PGPException e) {
      throw new Failure(
          Failure.Kind.KEY, "the key " + wanted + " can't be used: " + e.getMessage(), "", e);
    }
  }

  /** As they stand in a signature packet: R and S of Ed25519, or the one number of RSA. */
  private static byte[] numbers(int algorithm, byte[] expression) throws GeneralSecurityException {
    List<byte[]> atoms = atoms(expression);
    byte[] s = after("s", atoms);
    if (algorithm == PublicKeyAlgorithmTags.RSA_GENERAL) {
      return s;
    }
    byte[] both = new byte[2 * ED25519_SIZE];
    right(after("r", atoms), both, ED25519_SIZE);
    right(s, both, both.length);
    return both;
  }

  /** Puts a number, filled up with zeroes at its left, before an end. */
  private static void right(byte[] number, byte[] into, int end) throws GeneralSecurityException {
    int skipped = Math.max(0, number.length - ED25519_SIZE);
    if (skipped > 1) {
      throw new GeneralSecurityException("gpg-agent gave a number that is too long");
    }
    int length = number.length - skipped;
    System.arraycopy(number, skipped, into, end - length, length);
  }

  private static byte[] after(String name, List<byte[]> atoms) throws GeneralSecurityException {
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i + 1 < atoms.size(); i++) {
      if (Arrays.equals(atoms.get(i), wanted)) {
        return atoms.get(i + 1);
      }
    }
    throw new GeneralSecurityException("gpg-agent gave no signature");
  }

  private static List<byte[]> atoms(byte[] expression) throws GeneralSecurityException {
    List<byte[]> atoms = new ArrayList<>();
    int i = 0;
    while (i < expression.length) {
      if (expression[i] == '(' || expression[i] == ')') {
        i++;
        continue;
      }
      int length = 0;
      while (i < expression.length && expression[i] >= '0' && expression[i] <= '9') {
        length = length * 10 + expression[i++] - '0';
      }
      if (i + 1 + length > expression.length || expression[i] != ':') {
        throw new GeneralSecurityException("gpg-agent gave something else than a signature");
      }
      atoms.add(Arrays.copyOfRange(expression, i + 1, i + 1 + length));
      i += 1 + length;
    }
    return atoms;
  }
}
