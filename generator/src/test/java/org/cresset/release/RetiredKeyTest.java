package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cresset.release.Verification.Outcome;
import org.cresset.seal.SigningKey;
import org.cresset.seal.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a retired key signed in its time is good; what it signed later is not. */
class RetiredKeyTest {
  private static final String TEXT = "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt";
  private static final String LIST = "keys/index.json";
  private static final Instant FIRST = Instant.parse("2024-02-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2024-02-10T00:00:00Z");
  private static final Instant THIRD = Instant.parse("2024-02-11T00:00:00Z");

  @TempDir private Path dir;
  private Publisher publisher;
  private SigningKey old;

  /** The old key signs a text in its time, and a feed after its time. */
  @BeforeEach
  void publishWithTheOldKey() {
    publisher = new Publisher(dir);
    SigningKey real = publisher.key;
    old = publisher.newKey("Old", Optional.empty());
    publisher.key = old;
    publisher.publish(files("one", ""), FIRST.toString());
    publisher.publish(files("two", ""), SECOND.toString());
    publisher.key = real;
  }

  private static Map<String, String> files(String feed, String list) {
    Map<String, String> files = new HashMap<>();
    files.put("index.html", "<p>Home</p>\n");
    files.put(TEXT, "csa-2026-k7f3: patch\n");
    files.put("feed.atom", "<feed>" + feed + "</feed>\n");
    files.put("keys/team.asc", "");
    if (!list.isEmpty()) {
      files.put(LIST, list);
    }
    return files;
  }

  private String retired(String until) {
    return "{\"keys\": [{\"fingerprint\": \""
        + old.fingerprint()
        + "\", \"standing\": \"retired\", \"until\": \""
        + until
        + "\"}]}\n";
  }

  private void publish(String until) {
    Map<String, String> files = files("two", retired(until));
    files.put(
        "keys/" + old.fingerprint().toLowerCase(Locale.ROOT) + ".asc",
        old.certificate().armoured());
    publisher.publish(
        "public",
        files,
        publisher.terms(THIRD.toString()).withKeys(Optional.empty(), List.of(old.certificate())));
  }

  private Path served(String path) {
    return publisher.site.resolve("public").resolve(path);
  }

  private Verification verify() {
    return new TreeVerifier(Expectations.of(publisher.key.certificate()), THIRD)
        .verify(served("").toString());
  }

  private String signerOf(String path) throws Exception {
    byte[] signature = Files.readAllBytes(served(path + ".asc"));
    boolean byOld = new Verifier(old.certificate()).verify(read(path), signature, THIRD).good();
    return byOld ? "old" : "new";
  }

  private byte[] read(String path) throws Exception {
    return Files.readAllBytes(served(path));
  }

  @Test
  void aBuildKeepsWhatItSignedInItsTimeAndSignsTheRestAgain() throws Exception {
    publish("2024-02-05T23:59:59Z");
    assertThat(signerOf(TEXT)).isEqualTo("old");
    assertThat(signerOf("feed.atom")).isEqualTo("new");
    Verification result = verify();
    assertThat(result.outcome()).isEqualTo(Outcome.GENUINE);
    assertThat(result.findings())
        .extracting(Finding::message)
        .containsExactly("release 2 was signed after its key had been retired");
  }

  @Test
  void aReaderRefusesWhatItSignedLater() throws Exception {
    publish("2024-02-10T00:00:00Z");
    assertThat(signerOf("feed.atom")).as("to the second").isEqualTo("old");
    assertThat(verify().findings()).isEmpty();
    // As if the new key had vouched for what somebody signed with the old one.
    String before = Disk.sha256(read(LIST));
    Files.writeString(served(LIST), retired("2024-02-09T23:59:59Z"));
    String manifest =
        Files.readString(served(Manifest.NAME)).replace(before, Disk.sha256(read(LIST)));
    Files.writeString(served(Manifest.NAME), manifest);
    Files.write(
        served(Manifest.SIGNATURE),
        publisher.key.sign(manifest.getBytes(StandardCharsets.UTF_8), THIRD));
    Verification result = verify();
    assertThat(result.outcome()).isEqualTo(Outcome.NOT_GENUINE);
    assertThat(result.findings())
        .filteredOn(Finding::fatal)
        .extracting(Finding::path, Finding::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "feed.atom.asc",
                "the signature of feed.atom: its key "
                    + old.fingerprint()
                    + " had been retired: made at 2024-02-10T00:00:00Z, and the key served until"
                    + " 2024-02-09T23:59:59Z"));
  }

  @Test
  void aManifestOfAKeyThatItRetiresItselfIsRefused() throws Exception {
    publisher = new Publisher(Files.createDirectory(dir.resolve("own")));
    publisher.key = old;
    publisher.validFor = Duration.ofDays(1);
    publisher.publish(files("one", retired("2024-01-31T23:59:59Z")), FIRST.toString());
    Verification result =
        new TreeVerifier(Expectations.of(old.certificate()), FIRST).verify(served("").toString());
    assertThat(result.outcome()).isEqualTo(Outcome.NOT_GENUINE);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .contains(Finding.Kind.SIGNATURE, Finding.Kind.DOCUMENT_SIGNATURE);
  }
}
