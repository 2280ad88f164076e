package org.cresset.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Web Key Directory is, byte for byte, the one that GnuPG's own tool makes. */
class WebKeyDirectoryTest {
  private static final Instant MADE = Instant.parse("2024-01-10T08:00:00Z");
  private static final String EMAIL = "CSIRT@example.org";

  @TempDir Path dir;

  @Test
  void aNameIsTheOneOfTheDraft() {
    // draft-koch-openpgp-webkey-service, section 3.1
    assertThat(WebKeyDirectory.name("Joe.Doe@example.org"))
        .isEqualTo("iy9q119eutrkn8s1mk4r39qejnbu3n5q");
  }

  @Test
  void aKeyIsWhatGnupgInstalls() throws Exception {
    KeyStore store = KeyStore.open(dir.resolve("keys"));
    StoredKey key =
        store.create(
            new NewKey("Harbour", "csirt@example.org", MADE, Optional.empty(), false),
            Optional.of("p".toCharArray()));
    NewKey next =
        new NewKey("", "", MADE.plusSeconds(60), Optional.of(Duration.ofDays(9000)), false);
    StoredKey rotated =
        new KeyCeremony(store, () -> "p".toCharArray()).rotate(key, key.file(), next);
    assertSame(rotated.certificate());
  }

  @Test
  void otherAddressesOnTheKeyAreLeftOut() throws Exception {
    try (Gpg gpg = new Gpg()) {
      gpg.must(
          "--pinentry-mode",
          "loopback",
          "--passphrase",
          "",
          "--quick-gen-key",
          "Harbour CSIRT <csirt@example.org>",
          "ed25519",
          "sign,cert",
          "never");
      gpg.must(
          "--pinentry-mode",
          "loopback",
          "--passphrase",
          "",
          "--quick-add-uid",
          gpg.fingerprint(),
          "Somebody <private@example.net>");
      Certificate certificate =
          Certificate.parse(
              gpg.must("--armor", "--export").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(certificate.armoured()).isNotEmpty();
      assertSame(certificate);
      byte[] key = WebKeyDirectory.key(certificate, EMAIL).orElseThrow();
      assertThat(new String(key, java.nio.charset.StandardCharsets.ISO_8859_1))
          .contains("csirt@example.org")
          .doesNotContain("private@example.net");
      assertThat(WebKeyDirectory.key(certificate, "nobody@example.org")).isEmpty();
    }
  }

  private void assertSame(Certificate certificate) throws Exception {
    Tool.GPG.require();
    Path client = Path.of("/usr/lib/gnupg/gpg-wks-client");
    if (!Files.isExecutable(client)) {
      Tool.WKS.require();
      client = Tool.WKS.find();
    }
    Path root = Files.createDirectories(dir.resolve("wkd"));
    Path home = Files.createTempDirectory("g");
    Path file = Files.writeString(dir.resolve("key.asc"), certificate.armoured());
    Tool.Result made =
        Tool.run(
            dir,
            Map.of("GNUPGHOME", home.toString()),
            List.of(
                client.toString(),
                "--install-key",
                "-C",
                root.toString(),
                file.toString(),
                "csirt@example.org"));
    assertThat(made.status()).as(made.err()).isZero();
    Path theirs = root.resolve("example.org/hu").resolve(WebKeyDirectory.name(EMAIL));
    assertThat(theirs).exists();
    HexFormat hex = HexFormat.of();
    assertThat(WebKeyDirectory.key(certificate, EMAIL).map(hex::formatHex))
        .contains(hex.formatHex(Files.readAllBytes(theirs)));
  }
}
