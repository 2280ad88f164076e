package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.seal.KeyStore;
import org.cresset.seal.NewKey;
import org.cresset.seal.SigningKey;

/** Publishes small editions for tests. */
final class Publisher {
  static final String SITE = "https://csirt.example.org/";
  static final Instant MADE = Instant.parse("2024-01-10T08:00:00Z");

  private static final SigningKey REAL = real();

  final Path site;
  final Path keys;
  SigningKey key;
  Duration validFor = Duration.ofDays(90);
  Optional<Path> memo = Optional.empty();

  Publisher(Path dir) {
    site = dir.resolve("site");
    keys = dir.resolve("keys");
    key = REAL;
  }

  /** A key without a passphrase, which makes it a demonstration key. */
  SigningKey newKey(String name, Optional<Duration> signingFor) {
    KeyStore store = KeyStore.open(keys);
    NewKey wanted = new NewKey(name, "csirt@example.org", MADE, signingFor, true);
    return store.unlock(store.create(wanted, Optional.empty()), MADE, () -> new char[0]);
  }

  /** Slow to make, for its passphrase is slow to try; so there is one for all tests. */
  private static SigningKey real() {
    try {
      KeyStore store = KeyStore.open(Files.createTempDirectory("cresset-key"));
      NewKey wanted =
          new NewKey("Harbour CSIRT", "csirt@example.org", MADE, Optional.empty(), false);
      return store.unlock(
          store.create(wanted, Optional.of("p".toCharArray())), MADE, () -> "p".toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Terms terms(String asOf) {
    Instant at = Instant.parse(asOf);
    return Terms.of(SITE, at, validFor, at, key);
  }

  /** Three files, two of them signed. */
  static Map<String, String> files(String advisory) {
    return Map.of(
        "index.html", "<p>Home</p>\n",
        "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt", "csa-2026-k7f3: " + advisory + "\n",
        "feed.atom", "<feed/>\n",
        "keys/team.asc", "x");
  }

  Finished stage(Releases releases, String edition, Map<String, String> files, Terms terms) {
    Staging staging = releases.stage(edition, releases.previous(edition), memo);
    files.forEach((path, text) ->
        staging.write(
            path,
            path.equals("keys/team.asc")
                ? key.certificate().armoured().getBytes(StandardCharsets.UTF_8)
                : text.getBytes(StandardCharsets.UTF_8)));
    files.keySet().stream()
        .filter(p -> p.endsWith(".txt") || p.endsWith(".atom"))
        .forEach(staging::sign);
    staging.writeSigned(".well-known/security.txt", "Contact: mailto:csirt@example.org\n");
    return staging.finish(terms);
  }

  /** A whole run for one edition. */
  Finished publish(String edition, Map<String, String> files, Terms terms) {
    try (Releases releases = Releases.open(site)) {
      Finished finished = stage(releases, edition, files, terms);
      List<Finished.Ready> ready = new ArrayList<>();
      if (finished instanceof Finished.Ready r) {
        ready.add(r);
      }
      releases.publish(ready);
      return finished;
    }
  }

  Finished publish(Map<String, String> files, String asOf) {
    return publish("public", files, terms(asOf));
  }
}
