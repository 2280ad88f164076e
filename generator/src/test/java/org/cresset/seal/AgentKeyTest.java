package org.cresset.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that gpg-agent keeps sign as file keys do, at the time that they are told. */
class AgentKeyTest {
  private static final Instant SIGNED = Instant.parse("2024-02-01T09:30:00Z");
  private static final byte[] DATA = "Patch the gateway.\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path dir;

  private static String make(Gpg gpg, String algorithm) {
    gpg.must(
        "--pinentry-mode",
        "loopback",
        "--passphrase",
        "correct horse",
        "--faked-system-time",
        "20240110T080000",
        "--quick-gen-key",
        "Harbour CSIRT <csirt@example.org>",
        algorithm,
        "sign,cert",
        "never");
    // An agent that has to ask for the passphrase again.
    Tool.run(
        gpg.home(),
        Map.of("GNUPGHOME", gpg.home().toString()),
        List.of("gpgconf", "--kill", "gpg-agent"));
    return gpg.fingerprint();
  }

  private static SigningKey open(Gpg gpg, String fingerprint, String passphrase) {
    return AgentKey.open(
        fingerprint, SIGNED, passphrase::toCharArray, new GpgProgram(Optional.of(gpg.home())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "rsa3072"})
  void theAgentSignsAtTheTimeOfTheRelease(String algorithm) {
    try (Gpg gpg = new Gpg()) {
      String fingerprint = make(gpg, algorithm);
      SigningKey key = open(gpg, fingerprint, "correct horse");
      assertThat(key.demonstration()).isFalse();
      assertThat(key.fingerprint()).isEqualTo(fingerprint);
      byte[] signature = key.sign(DATA, SIGNED);
      assertThat(key.sign(DATA, SIGNED)).isEqualTo(signature);
      String data = gpg.file("data", DATA);
      assertThat(gpg.must("--status-fd", "1", "--verify", gpg.file("data.asc", signature), data))
          .contains("GOODSIG")
          .contains(" " + SIGNED.getEpochSecond() + " 0 4 0 ");
      assertThat(Sequoia.accepts(key.certificate().armoured(), signature, DATA)).isTrue();
      for (int i = 0; i < 20; i++) {
        byte[] other = (i + " more").getBytes(StandardCharsets.UTF_8);
        Verdict verdict =
            new Verifier(key.certificate()).verify(other, key.sign(other, SIGNED), SIGNED);
        assertThat(verdict.detail()).startsWith("good");
      }
    }
  }

  @Test
  void aWrongPassphraseOrAMissingKeyIsAKeyFailure() {
    try (Gpg gpg = new Gpg()) {
      String fingerprint = make(gpg, "ed25519");
      SigningKey key = open(gpg, fingerprint, "wrong");
      assertThatThrownBy(() -> key.sign(DATA, SIGNED))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY))
          .hasMessageContaining("Bad passphrase");
      assertThatThrownBy(() -> open(gpg, "0".repeat(40), "correct horse"))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY))
          .hasMessageContaining("gpg has no secret key");
    }
  }
}
