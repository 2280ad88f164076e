package org.cresset.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and signatures go both ways between Cresset and stock OpenPGP programs. */
class GpgTest {
  private static final Instant MADE = Instant.parse("2024-01-10T08:00:00Z");
  private static final Instant SIGNED = Instant.parse("2024-02-01T09:30:00Z");
  private static final byte[] DATA = "Patch the gateway.\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path dir;

  private SigningKey ours() {
    KeyStore store = KeyStore.open(dir.resolve("keys"));
    StoredKey key =
        store.create(
            new NewKey("Harbour CSIRT", "csirt@example.org", MADE, Optional.empty(), false),
            Optional.of("correct horse".toCharArray()));
    return store.unlock(key, SIGNED, () -> "correct horse".toCharArray());
  }

  @Test
  void gpgVerifiesOurSignature() {
    try (Gpg gpg = new Gpg()) {
      SigningKey key = ours();
      gpg.must("--import", gpg.file("key.asc", key.certificate().armoured()));
      String data = gpg.file("data", DATA);
      String status =
          gpg.must(
              "--status-fd", "1", "--verify", gpg.file("data.asc", key.sign(DATA, SIGNED)), data);
      assertThat(status).contains("GOODSIG").contains(key.fingerprint() + "\n");
      String valid = status.lines().filter(l -> l.contains("VALIDSIG")).findFirst().orElseThrow();
      // date, time, expiry, version, reserved, public-key algorithm, hash algorithm, class
      assertThat(valid).contains(" " + SIGNED.getEpochSecond() + " 0 4 0 22 10 00 ");
    }
  }

  @Test
  void gpgVerifiesOurCleartextMessage() {
    try (Gpg gpg = new Gpg()) {
      SigningKey key = ours();
      gpg.must("--import", gpg.file("key.asc", key.certificate().armoured()));
      String text = "Contact: mailto:csirt@example.org\n- a dash  \n\nFrom here\n";
      byte[] message = key.signCleartext(text, SIGNED);
      assertThat(gpg.must("--status-fd", "1", "--verify", gpg.file("m.asc", message)))
          .contains("GOODSIG");
      assertThat(gpg.must("--decrypt", gpg.file("m.asc", message)).strip())
          .isEqualTo("Contact: mailto:csirt@example.org\n- a dash\n\nFrom here");
      assertThat(new Verifier(key.certificate()).verifyCleartext(message, SIGNED).good()).isTrue();
    }
  }

  @Test
  void gpgSignsWithOurKey() throws Exception {
    try (Gpg gpg = new Gpg()) {
      SigningKey key = ours();
      Path file = dir.resolve("keys").resolve(key.fingerprint() + ".asc");
      gpg.must(
          "--pinentry-mode",
          "loopback",
          "--passphrase",
          "correct horse",
          "--import",
          file.toString());
      String data = gpg.file("data", DATA);
      gpg.must(
          "--pinentry-mode",
          "loopback",
          "--passphrase",
          "correct horse",
          "--faked-system-time",
          "20240203T000000",
          "--armor",
          "--detach-sign",
          data);
      Verdict verdict =
          new Verifier(key.certificate())
              .verify(DATA, gpg.read("data.asc"), SIGNED.plusSeconds(200000));
      assertThat(verdict.detail()).startsWith("good");
    }
  }

  @Test
  void gpgTakesOurRevocation() throws Exception {
    try (Gpg gpg = new Gpg()) {
      SigningKey key = ours();
      gpg.must("--import", gpg.file("key.asc", key.certificate().armoured()));
      gpg.must("--import", dir.resolve("keys").resolve(key.fingerprint() + ".rev").toString());
      assertThat(gpg.must("--with-colons", "--list-keys")).contains("pub:r:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "rsa4096"})
  void weSignWithKeysOfGpg(String algorithm) throws Exception {
    try (Gpg gpg = new Gpg()) {
      String user = "Harbour CSIRT <csirt@example.org>";
      gpg.must(
          "--pinentry-mode",
          "loopback",
          "--passphrase",
          "pass",
          "--faked-system-time",
          "20240110T080000",
          "--quick-gen-key",
          user,
          algorithm,
          "sign,cert",
          "never");
      SigningKey key = exported(gpg, "pass");
      String data = gpg.file("data", DATA);
      byte[] signature = key.sign(DATA, SIGNED);
      assertThat(key.sign(DATA, SIGNED)).isEqualTo(signature);
      assertThat(gpg.must("--status-fd", "1", "--verify", gpg.file("data.asc", signature), data))
          .contains("GOODSIG");
      assertThat(new Verifier(key.certificate()).verify(DATA, signature, SIGNED).good()).isTrue();
      assertThat(Sequoia.accepts(key.certificate().armoured(), signature, DATA)).isTrue();
    }
  }

  @Test
  void smallRsaKeysAreRefused() throws Exception {
    try (Gpg gpg = new Gpg()) {
      gpg.must(
          "--pinentry-mode",
          "loopback",
          "--passphrase",
          "pass",
          "--faked-system-time",
          "20240110T080000",
          "--quick-gen-key",
          "Old <old@example.org>",
          "rsa2048",
          "sign,cert",
          "never");
      assertThatThrownBy(() -> exported(gpg, "pass"))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("3072");
    }
  }

  private SigningKey exported(Gpg gpg, String passphrase) throws Exception {
    String secret =
        gpg.must(
            "--pinentry-mode",
            "loopback",
            "--passphrase",
            passphrase,
            "--armor",
            "--export-secret-keys");
    Path keys = Files.createDirectories(dir.resolve("gpg-keys"));
    Files.writeString(keys.resolve(gpg.fingerprint() + ".asc"), secret);
    KeyStore store = KeyStore.open(keys);
    assertThat(store.list().getFirst().locked()).isTrue();
    assertThatThrownBy(
            () -> store.unlock(store.list().getFirst(), SIGNED, () -> "wrong".toCharArray()))
        .isInstanceOf(Failure.class);
    return store.unlock(store.list().getFirst(), SIGNED, passphrase::toCharArray);
  }

  @Test
  void sequoiaVerifiesOurSignature() {
    SigningKey key = ours();
    String armoured = key.certificate().armoured();
    byte[] signature = key.sign(DATA, SIGNED);
    assertThat(Sequoia.accepts(armoured, signature, DATA)).isTrue();
    assertThat(Sequoia.accepts(armoured, signature, "other".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }
}
