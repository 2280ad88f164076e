package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cresset.problem.Failure;
import org.cresset.seal.KeyStore;
import org.cresset.seal.NewKey;
import org.cresset.seal.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over sealed editions: numbers go on inside, and files tell nothing outside. */
class SealedEditionsTest {
  private static final String SITE = "https://csirt.example.org/";
  private static final String FIRST = "2026-10-01T02:00:00Z";
  private static final Supplier<char[]> NO_PHRASE = () -> new char[0];

  @TempDir Path dir;
  private KeyStore store;
  private SigningKey key;

  @BeforeEach
  void team() {
    store = KeyStore.open(dir.resolve("keys"));
    NewKey wanted =
        NewKey.demonstration(
            "Harbour CSIRT", "csirt@example.org", Instant.parse("2024-01-10T08:00:00Z"));
    key = store.unlock(store.create(wanted, Optional.empty()), Instant.parse(FIRST), NO_PHRASE);
  }

  private Path folder() {
    return dir.resolve("site/.sealed");
  }

  private SealedEditions open(Releases releases, String asOf) {
    return releases.sealed(
        store.opener(NO_PHRASE), key, List.of(key.certificate()), Instant.parse(asOf));
  }

  /** One run for one edition with one page. */
  private Finished.Sealed run(String edition, String text, String asOf, Set<String> all) {
    try (Releases releases = Releases.open(dir.resolve("site"))) {
      SealedEditions sealed = open(releases, asOf);
      Finished.Sealed finished = stage(sealed, edition, text, asOf);
      sealed.publish(List.of(finished), all);
      return finished;
    }
  }

  private Finished.Sealed stage(SealedEditions sealed, String edition, String text, String asOf) {
    Staging staging = sealed.stage(edition, sealed.previous(edition), List.of());
    staging.write("index.html", text.getBytes(StandardCharsets.UTF_8));
    staging.write("feed.atom", "<feed/>".getBytes(StandardCharsets.UTF_8));
    staging.sign("feed.atom");
    Instant at = Instant.parse(asOf);
    Terms terms = Terms.of(SITE, at, java.time.Duration.ofDays(90), Instant.parse(FIRST), key);
    return (Finished.Sealed) staging.finish(terms);
  }

  private SealedFile opened(Finished.Sealed finished) {
    try {
      return SealedFile.open(
          Files.readAllBytes(folder().resolve(finished.name())),
          finished.name(),
          store.opener(NO_PHRASE),
          List.of(key.certificate()),
          Instant.parse("2026-11-01T00:00:00Z"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> names() {
    try (Stream<Path> all = Files.list(folder())) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void eachRunMakesAFileAndTheNumberGoesOnOnlyWithTheContent() throws IOException {
    Set<String> all = Set.of("vault");
    Finished.Sealed first = run("vault", "one", FIRST, all);
    Finished.Sealed same = run("vault", "one", "2026-10-02T02:00:00Z", all);
    SealedFile unchanged = opened(same);
    assertThat(same.number()).isEqualTo(1);
    assertThat(same.changed()).isFalse();
    assertThat(same.name()).isNotEqualTo(first.name()).matches("[0-9a-f]{32}\\.pgp");
    Finished.Sealed next = run("vault", "two", "2026-10-03T02:00:00Z", all);
    assertThat(next.number()).isEqualTo(2);
    SealedFile changed = opened(next);
    assertThat(changed.files().get("releases/1/SHA256SUMS"))
        .isEqualTo(unchanged.files().get("SHA256SUMS"));
    assertThat(changed.files().get("feed.atom.asc"))
        .isEqualTo(unchanged.files().get("feed.atom.asc"));
    assertThat(
            new TreeVerifier(
                    new Expectations(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(SITE),
                        Optional.of("vault"),
                        Optional.empty()),
                    Instant.parse("2026-10-04T00:00:00Z"))
                .verify(changed)
                .outcome())
        .isEqualTo(Verification.Outcome.GENUINE);
    assertThat(names()).containsExactlyInAnyOrder(next.name(), "index.pgp");
    assertThat(Files.getLastModifiedTime(folder().resolve(next.name())).toInstant())
        .isEqualTo(Instant.parse("2026-10-03T02:00:00Z"));
  }

  @Test
  void nothingOutsideTellsEditionsApartAndNothingPlainIsWritten() throws IOException {
    Set<String> all = Set.of("vault", "ridge-cert");
    Finished.Sealed vault = run("vault", "one".repeat(5000), FIRST, all);
    Finished.Sealed ridge = run("ridge-cert", "two", FIRST, all);
    assertThat(names()).hasSize(3);
    for (Finished.Sealed f : List.of(vault, ridge)) {
      Path file = folder().resolve(f.name());
      assertThat(Files.size(file)).isEqualTo(Files.size(folder().resolve(vault.name())));
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .doesNotContain("ridge")
          .doesNotContain("index.html");
    }
    assertThat(Files.readString(folder().resolve("index.pgp"), StandardCharsets.ISO_8859_1))
        .doesNotContain("ridge");
  }

  @Test
  void whatARunLeftBehindAndWhoIsNoReaderAnyMoreGoes() throws IOException {
    run("vault", "one", FIRST, Set.of("vault", "ridge-cert"));
    run("ridge-cert", "one", FIRST, Set.of("vault", "ridge-cert"));
    String stray = "0123456789abcdef0123456789abcdef.pgp";
    Files.writeString(folder().resolve("." + stray + ".new"), "half");
    Files.writeString(folder().resolve(stray), "published by a run that was cut off");
    Finished.Sealed vault = run("vault", "one", "2026-10-02T02:00:00Z", Set.of("vault"));
    assertThat(names()).containsExactlyInAnyOrder(vault.name(), "index.pgp");
    Map<String, byte[]> files = opened(vault).files();
    assertThat(files).containsKey("SHA256SUMS.asc");
  }

  @Test
  void withoutTheKeyOfBeforeItIsNotCountedAnew() {
    run("vault", "one", FIRST, Set.of("vault"));
    store = KeyStore.open(dir.resolve("other"));
    try (Releases releases = Releases.open(dir.resolve("site"))) {
      assertThatThrownBy(() -> open(releases, FIRST))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY));
    }
  }
}
