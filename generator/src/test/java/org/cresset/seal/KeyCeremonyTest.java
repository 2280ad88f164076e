package org.cresset.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.cresset.seal.Verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key's life: made with its primary part apart, rotated, expired, retired, revoked. */
class KeyCeremonyTest {
  private static final Instant MADE = Instant.parse("2024-01-10T08:00:00Z");
  private static final Instant ROTATED = Instant.parse("2024-10-01T08:00:00Z");
  private static final Instant RETIRED = Instant.parse("2025-06-01T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final byte[] DATA = "Patch the gateway.\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path dir;

  private KeyStore store() {
    return KeyStore.open(dir.resolve("keys"));
  }

  private static NewKey wanted(Instant at) {
    return new NewKey(
        "Harbour CSIRT", "csirt@example.org", at, Optional.of(Duration.ofDays(365)), false);
  }

  private StoredKey made() {
    return store()
        .create(wanted(MADE), Optional.of("p".toCharArray()), Optional.of(dir.resolve("safe")));
  }

  private Path primary(StoredKey key) {
    return dir.resolve("safe").resolve(key.fingerprint() + ".asc");
  }

  private KeyCeremony ceremony() {
    return new KeyCeremony(store(), () -> "p".toCharArray());
  }

  private byte[] sign(StoredKey key, Instant at) {
    return store().unlock(key, at, () -> "p".toCharArray()).sign(DATA, at);
  }

  @Test
  void aMachineThatSignsHasNoPrimaryKey() throws Exception {
    StoredKey key = made();
    assertThat(key.locked()).isTrue();
    assertThat(dir.resolve("keys").resolve(key.fingerprint() + ".rev")).doesNotExist();
    assertThat(dir.resolve("safe").resolve(key.fingerprint() + ".rev")).exists();
    assertThat(new Verifier(key.certificate()).verify(DATA, sign(key, MADE), NOW).good()).isTrue();
    assertThatThrownBy(() -> ceremony().rotate(key, key.file(), wanted(ROTATED)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("has no primary key");
    try (Gpg gpg = new Gpg()) {
      gpg.must("--import", key.file().toString());
      assertThat(gpg.must("--with-colons", "--list-secret-keys"))
          .containsPattern("(?m)^sec:.*:#:")
          .containsPattern("(?m)^ssb:.*:\\+:");
    }
  }

  @Test
  void aRotatedKeySignsWithItsNewSubkeyAndOldSignaturesStayGood() {
    StoredKey key = made();
    byte[] before = sign(key, MADE);
    StoredKey rotated = ceremony().rotate(key, primary(key), wanted(ROTATED));
    assertThat(rotated.fingerprint()).isEqualTo(key.fingerprint());
    assertThat(rotated.certificate().services())
        .extracting(Certificate.Service::from)
        .containsExactly(MADE, ROTATED);
    assertThat(rotated.expires()).contains(ROTATED.plus(Duration.ofDays(365)));
    byte[] after = sign(rotated, ROTATED);
    assertThat(Verifier.claim(after).map(Verifier.Claim::keyId))
        .isNotEqualTo(Verifier.claim(before).map(Verifier.Claim::keyId));
    Verifier verifier = new Verifier(rotated.certificate());
    assertThat(verifier.verify(DATA, after, ROTATED).detail())
        .isEqualTo("good, made at " + ROTATED);
    assertThat(verifier.verify(DATA, before, NOW).detail())
        .isEqualTo(
            "good, made at "
                + MADE
                + " while its key was valid; the key expired later, at 2025-01-09T08:00:00Z");
    // The second time it is the same ceremony, with the file that the first one left.
    assertThat(ceremony().rotate(rotated, primary(key), wanted(RETIRED)).certificate().services())
        .hasSize(3);
    try (Gpg gpg = new Gpg()) {
      gpg.must("--import", gpg.file("key.asc", rotated.certificate().armoured()));
      String data = gpg.file("data", DATA);
      assertThat(gpg.must("--status-fd", "1", "--verify", gpg.file("old.asc", before), data))
          .contains("EXPKEYSIG");
      assertThat(
              gpg.must(
                  "--faked-system-time",
                  "20241101T000000",
                  "--status-fd",
                  "1",
                  "--verify",
                  gpg.file("new.asc", after),
                  data))
          .contains("GOODSIG");
    }
    for (byte[] signature : List.of(before, after)) {
      assertThat(Sequoia.accepts(rotated.certificate().armoured(), signature, DATA)).isTrue();
    }
  }

  @Test
  void whatARetiredKeySignedBeforeStaysGoodAndItSignsNoMore() {
    StoredKey key = made();
    StoredKey rotated = ceremony().rotate(key, primary(key), wanted(ROTATED));
    byte[] before = sign(rotated, ROTATED);
    byte[] after = sign(rotated, RETIRED.plusSeconds(60));
    StoredKey retired = ceremony().retire(rotated, primary(key), RETIRED, "replaced");
    Verifier verifier = new Verifier(retired.certificate());
    assertThat(verifier.verify(DATA, before, NOW).outcome()).isEqualTo(Outcome.GOOD);
    assertThat(verifier.verify(DATA, before, NOW).revokedLater()).isTrue();
    assertThat(verifier.verify(DATA, before, NOW).detail())
        .endsWith("the key was retired later, at " + RETIRED);
    assertThat(verifier.verify(DATA, after, NOW).outcome()).isEqualTo(Outcome.REVOKED);
    assertThat(verifier.verify(DATA, after, NOW).detail())
        .contains("after the key was retired at " + RETIRED);
    assertThatThrownBy(() -> sign(retired, RETIRED.plusSeconds(60)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("it is revoked");
  }

  @Test
  void theRevocationMadeAtTheStartNeedsNoPrimaryKey() throws Exception {
    StoredKey key = made();
    byte[] signed = sign(key, MADE);
    byte[] revocation = Files.readAllBytes(dir.resolve("safe").resolve(key.fingerprint() + ".rev"));
    StoredKey revoked = ceremony().revoke(key, revocation);
    assertThat(revoked.certificate().compromised()).isTrue();
    assertThat(store().list().getFirst().usable(NOW)).isFalse();
    assertThat(new Verifier(revoked.certificate()).verify(DATA, signed, NOW).detail())
        .contains("somebody else may have it");
    assertThat(Sequoia.accepts(revoked.certificate().armoured(), signed, DATA)).isFalse();
    StoredKey other = store().create(wanted(MADE), Optional.of("p".toCharArray()));
    assertThatThrownBy(() -> ceremony().revoke(other, revocation))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is not one of the key");
  }
}
