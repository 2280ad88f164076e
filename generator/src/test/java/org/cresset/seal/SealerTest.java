package org.cresset.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cresset.problem.Failure;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed is open to its readers with stock gpg, and to nobody else. */
class SealerTest {
  private static final Instant MADE = Instant.parse("2024-01-10T08:00:00Z");
  private static final Instant SEALED = Instant.parse("2026-11-01T09:30:00Z");
  private static final byte[] TEXT =
      "The attacker's second address is 203.0.113.9.\n"
          .repeat(9000)
          .getBytes(StandardCharsets.UTF_8);
  private static final Supplier<char[]> PHRASE = () -> "correct horse".toCharArray();

  @TempDir Path dir;

  private KeyStore store() {
    KeyStore store = KeyStore.open(dir.resolve("keys"));
    if (store.list().isEmpty()) {
      store.create(
          new NewKey("Harbour CSIRT", "csirt@example.org", MADE, Optional.empty(), false),
          Optional.of(PHRASE.get()));
    }
    return store;
  }

  private SigningKey team() {
    return store().unlock(store().list().getFirst(), SEALED, PHRASE);
  }

  /** A key of gpg's own making, as its owner exports it. */
  private static Certificate gpgKey(Gpg gpg, String user, String algorithm) {
    gpg.must("--passphrase", "", "--quick-gen-key", user, algorithm, "default", "never");
    return Certificate.parse(
        gpg.must("--armor", "--export", user).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] seal(SigningKey team, Certificate... readers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Sealer(List.of(readers), SEALED).seal(TEXT, team, SEALED, out);
    return out.toByteArray();
  }

  @Test
  void readersOfBothKindsOpenItWithGpgAndSeeWhoSignedAndAThirdCant() throws IOException {
    SigningKey team = team();
    try (Gpg curve = new Gpg();
        Gpg rsa = new Gpg();
        Gpg third = new Gpg()) {
      byte[] sealed =
          seal(
              team,
              gpgKey(curve, "desk@ridge.example.org", "future-default"),
              gpgKey(rsa, "psirt@vendor.example.org", "default"),
              team.certificate());
      for (Gpg reader : List.of(curve, rsa)) {
        reader.must("--import", reader.file("team.asc", team.certificate().armoured()));
        String status =
            reader.must(
                "--status-fd",
                "1",
                "--output",
                reader.home().resolve("out").toString(),
                "--decrypt",
                reader.file("sealed.pgp", sealed));
        assertThat(reader.read("out")).isEqualTo(TEXT);
        assertThat(status)
            .contains("ENC_TO 0000000000000000")
            .contains("DECRYPTION_INFO 2 9")
            .contains("GOODSIG")
            .contains("GOODMDC")
            .contains(team.fingerprint());
        assertThat(
                reader.must(
                    "--list-packets",
                    "--list-only",
                    reader.home().resolve("sealed.pgp").toString()))
            .contains("keyid 0000000000000000")
            .doesNotContainPattern("keyid (?!0000000000000000)");
      }
      gpgKey(third, "other@example.org", "future-default");
      third.must("--import", third.file("team.asc", team.certificate().armoured()));
      Tool.Result refused = third.run("--decrypt", third.file("sealed.pgp", sealed));
      assertThat(refused.status()).isNotZero();
      assertThat(refused.out()).doesNotContain("attacker");

      Message opened = store().opener(PHRASE).open(sealed, "sealed.pgp");
      assertThat(opened.content()).isEqualTo(TEXT);
      assertThat(opened.verify(team.certificate(), SEALED).good()).isTrue();
      String secret = rsa.must("--armor", "--export-secret-keys");
      Path file = Path.of(rsa.file("secret.asc", secret));
      assertThat(KeyStore.opener(file, PHRASE).open(sealed, "s").content()).isEqualTo(TEXT);
    }
  }

  @Test
  void whatGpgEncryptedForTheTeamIsOpened() {
    try (Gpg gpg = new Gpg()) {
      gpg.must("--import", gpg.file("team.asc", team().certificate().armoured()));
      String armoured =
          gpg.must(
              "--armor",
              "--trust-model",
              "always",
              "--encrypt",
              "--recipient",
              team().fingerprint(),
              "--output",
              "-",
              gpg.file("plain.md", TEXT));
      byte[] message = armoured.getBytes(StandardCharsets.US_ASCII);
      assertThat(Opener.isMessage(message)).isTrue();
      assertThat(store().opener(PHRASE).open(message, "plain.md.asc").content()).isEqualTo(TEXT);
    }
  }

  @Test
  void aChangedMessageIsRefused() throws IOException {
    byte[] sealed = seal(team(), team().certificate());
    for (int at : List.of(sealed.length - 1, sealed.length / 2, sealed.length - 30)) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> store().opener(PHRASE).open(changed, "m"))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.NOT_GENUINE));
    }
  }

  @Test
  void aSourceIsArmouredAndSameForTheTeam() {
    byte[] message = new Sealer(List.of(team().certificate()), SEALED).armoured(TEXT);
    assertThat(Opener.isMessage(message)).isTrue();
    Message opened = store().opener(PHRASE).open(message, "m");
    assertThat(opened.content()).isEqualTo(TEXT);
    assertThat(opened.verify(team().certificate(), SEALED).good()).isFalse();
  }

  @Test
  void aKeyThatCantBeEncryptedToIsNamedWithTheReason() {
    try (Gpg gpg = new Gpg()) {
      gpg.must(
          "--passphrase", "", "--quick-gen-key", "sign@example.org", "ed25519", "sign", "never");
      gpg.must(
          "--faked-system-time",
          "20250101T000000",
          "--passphrase",
          "",
          "--quick-gen-key",
          "old@example.org",
          "future-default",
          "default",
          "1y");
      refused(gpg, "sign@example.org", "has no subkey for encryption");
      refused(gpg, "old@example.org", "has expired");
    }
  }

  private static void refused(Gpg gpg, String user, String why) {
    Certificate key =
        Certificate.parse(
            gpg.must("--armor", "--export", user).getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> new Sealer(List.of(key), SEALED))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(user)
        .hasMessageContaining(why);
  }
}
