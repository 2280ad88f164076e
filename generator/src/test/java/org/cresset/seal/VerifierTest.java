package org.cresset.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.cresset.seal.Verdict.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a good signature of the pinned key, made while that was valid, is good. */
class VerifierTest {
  private static final Instant MADE = Instant.parse("2024-01-10T08:00:00Z");
  private static final Instant SIGNED = Instant.parse("2024-02-01T09:30:00Z");
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final byte[] DATA = "Patch the gateway.\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path dir;
  private KeyStore store;
  private SigningKey key;
  private Verifier verifier;

  @BeforeEach
  void makeKey() {
    store = KeyStore.open(dir);
    key = key("Harbour CSIRT", Optional.of(Duration.ofDays(365)));
    verifier = new Verifier(key.certificate());
  }

  private SigningKey key(String name, Optional<Duration> signingFor) {
    StoredKey stored =
        store.create(
            new NewKey(name, "csirt@example.org", MADE, signingFor, true), Optional.empty());
    return store.unlock(stored, SIGNED, () -> new char[0]);
  }

  @Test
  void goodOnesAreGood() {
    Verdict verdict = verifier.verify(DATA, key.sign(DATA, SIGNED), NOW);
    assertThat(verdict.outcome()).isEqualTo(Outcome.GOOD);
    assertThat(verdict.made()).contains(SIGNED);
    assertThat(verdict.fingerprint()).contains(key.fingerprint());
    assertThat(verdict.hash()).contains("SHA512");
  }

  @Test
  void theSameBytesAtTheSameTimeGiveTheSameSignature() {
    assertThat(key.sign(DATA, SIGNED)).isEqualTo(key.sign(DATA, SIGNED));
    assertThat(key.sign(DATA, SIGNED)).isNotEqualTo(key.sign(DATA, SIGNED.plusSeconds(1)));
  }

  @Test
  void otherBytesAreBad() {
    assertThat(outcome("Don't patch.\n".getBytes(StandardCharsets.UTF_8), key.sign(DATA, SIGNED)))
        .isEqualTo(Outcome.BAD);
  }

  @Test
  void anotherKeyIsWrong() {
    SigningKey other = key("Somebody", Optional.empty());
    assertThat(outcome(DATA, other.sign(DATA, SIGNED))).isEqualTo(Outcome.WRONG_KEY);
  }

  @Test
  void whatWasSignedInTimeStaysGoodAfterTheKeyExpired() {
    assertThat(
            verifier.verify(DATA, key.sign(DATA, SIGNED), MADE.plus(Duration.ofDays(900))).good())
        .isTrue();
  }

  @Test
  void anExpiredKeyDoesNotSign() {
    assertThatThrownBy(() -> key.sign(DATA, MADE.plus(Duration.ofDays(366))))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY))
        .hasMessageContaining("expired at 2025-01-09T08:00:00Z");
    assertThatThrownBy(() -> key.sign(DATA, MADE.minusSeconds(1)))
        .hasMessageContaining("was made at 2024-01-10T08:00:00Z");
  }

  @Test
  void theFutureIsNotGood() {
    byte[] signature = key.sign(DATA, SIGNED);
    assertThat(verifier.verify(DATA, signature, SIGNED.minusSeconds(301)).outcome())
        .isEqualTo(Outcome.FUTURE);
    assertThat(verifier.verify(DATA, signature, SIGNED.minusSeconds(299)).good()).isTrue();
  }

  @Test
  void aRevokedKeyIsNotGood() throws Exception {
    byte[] revocation = Files.readAllBytes(dir.resolve(key.fingerprint() + ".rev"));
    Certificate revoked = key.certificate().revokedBy(revocation);
    assertThat(revoked.revoked()).isTrue();
    assertThat(new Verifier(revoked).verify(DATA, key.sign(DATA, SIGNED), NOW).outcome())
        .isEqualTo(Outcome.REVOKED);
  }

  @Test
  void aRevocationByAnotherKeyCountsForNothing() throws Exception {
    SigningKey other = key("Somebody", Optional.empty());
    byte[] revocation = Files.readAllBytes(dir.resolve(other.fingerprint() + ".rev"));
    assertThat(key.certificate().revokedBy(revocation).revoked()).isFalse();
  }

  @Test
  void exactlyOneSignature() {
    String one = new String(key.sign(DATA, SIGNED), StandardCharsets.US_ASCII);
    assertThat(outcome(DATA, bytes(one + one))).isEqualTo(Outcome.MALFORMED);
    assertThat(outcome(DATA, bytes("see: " + one))).isEqualTo(Outcome.MALFORMED);
    assertThat(outcome(DATA, bytes(one + "and more\n"))).isEqualTo(Outcome.MALFORMED);
    assertThat(outcome(DATA, bytes(one.substring(0, one.length() / 2))))
        .isEqualTo(Outcome.MALFORMED);
    assertThat(outcome(DATA, new byte[0])).isEqualTo(Outcome.MALFORMED);
    assertThat(outcome(DATA, bytes(key.certificate().armoured()))).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void aMessageWithTextAroundItIsNotOneCleartext() {
    byte[] message = key.signCleartext("Contact: mailto:csirt@example.org\n", SIGNED);
    String text = new String(message, StandardCharsets.UTF_8);
    assertThat(verifier.verifyCleartext(message, NOW).good()).isTrue();
    assertThat(verifier.verifyCleartext(bytes("Contact: x\n" + text), NOW).good()).isFalse();
    assertThat(verifier.verifyCleartext(bytes(text + "Contact: x\n"), NOW).good()).isFalse();
    assertThat(verifier.verifyCleartext(bytes(text.replace("csirt@", "other@")), NOW).outcome())
        .isEqualTo(Outcome.BAD);
    assertThat(
            verifier
                .verifyCleartext(bytes(text.replace("SHA512\n", "SHA512\nContact: x\n")), NOW)
                .good())
        .isFalse();
  }

  private Outcome outcome(byte[] data, byte[] signature) {
    return verifier.verify(data, signature, NOW).outcome();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
