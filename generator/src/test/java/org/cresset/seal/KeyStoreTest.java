package org.cresset.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.cresset.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which key signs. */
class KeyStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final NewKey DEMO =
      NewKey.demonstration("Harbour CSIRT", "csirt@example.org", NOW);
  private static final Supplier<char[]> PHRASE = () -> "correct horse".toCharArray();

  @TempDir Path dir;

  private StoredKey real(KeyStore store, String name) {
    return store.create(NewKey.of(name, "csirt@example.org", NOW), Optional.of(PHRASE.get()));
  }

  private SigningKey select(Optional<String> configured) {
    return KeyStore.open(dir.resolve("keys")).select(configured, NOW, DEMO, PHRASE);
  }

  @Test
  void withoutAnyKeyADemonstrationKeyIsMadeOnce() {
    SigningKey made = select(Optional.empty());
    assertThat(made.demonstration()).isTrue();
    assertThat(made.created()).isEqualTo(NOW);
    assertThat(made.certificate().userId())
        .isEqualTo("Harbour CSIRT (demonstration key) <csirt@example.org>");
    assertThat(select(Optional.empty()).fingerprint()).isEqualTo(made.fingerprint());
  }

  @Test
  void theSingleRealKeySigns() {
    select(Optional.empty());
    StoredKey real = real(KeyStore.open(dir.resolve("keys")), "Harbour CSIRT");
    SigningKey selected = select(Optional.empty());
    assertThat(selected.fingerprint()).isEqualTo(real.fingerprint());
    assertThat(selected.demonstration()).isFalse();
    assertThat(selected.expires()).contains(Instant.parse("2027-11-22T00:00:00Z"));
  }

  @Test
  void severalRealKeysAreListed() {
    KeyStore store = KeyStore.open(dir.resolve("keys"));
    StoredKey one = real(store, "One");
    StoredKey two = real(store, "Two");
    assertThatThrownBy(() -> select(Optional.empty()))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY))
        .hasMessageContaining(one.fingerprint() + "  One <csirt@example.org>")
        .hasMessageContaining(two.fingerprint() + "  Two <csirt@example.org>");
    assertThat(
            select(Optional.of(two.fingerprint().toLowerCase(java.util.Locale.ROOT))).fingerprint())
        .isEqualTo(two.fingerprint());
  }

  @Test
  void aConfiguredKeyThatIsMissingIsNeverReplaced() {
    select(Optional.empty());
    assertThatThrownBy(() -> select(Optional.of("0123456789ABCDEF0123456789ABCDEF01234567")))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY))
        .hasMessageContaining("0123456789ABCDEF0123456789ABCDEF01234567");
  }

  @Test
  void aWrongPassphraseIsAKeyFailure() {
    KeyStore store = KeyStore.open(dir.resolve("keys"));
    StoredKey key = real(store, "One");
    assertThat(key.locked()).isTrue();
    assertThatThrownBy(() -> store.unlock(key, NOW, () -> "wrong".toCharArray()))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY));
  }

  @Test
  void filesAreTheOwnersAlone() throws Exception {
    String fingerprint = select(Optional.empty()).fingerprint();
    Path keys = dir.resolve("keys");
    assertThat(mode(keys)).isEqualTo("rwx------");
    assertThat(mode(keys.resolve(fingerprint + ".asc"))).isEqualTo("rw-------");
    assertThat(mode(keys.resolve(fingerprint + ".rev"))).isEqualTo("rw-------");
    try (var files = Files.list(keys)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aDamagedKeyIsNamed() throws Exception {
    Files.createDirectories(dir.resolve("keys"));
    Files.writeString(dir.resolve("keys/broken.asc"), "not a key");
    assertThatThrownBy(() -> KeyStore.open(dir.resolve("keys")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("broken.asc");
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
