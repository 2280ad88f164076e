package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cresset.seal.Certificate;
import org.cresset.seal.Forger;
import org.cresset.seal.SigningKey;
import org.cresset.testkit.Trees;

/** Published releases of one size, and a copy of the newest that an attacker has changed. */
final class Scene {
  static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  static final Instant EARLIER = NOW.minusSeconds(3600);
  static final String TEXT = "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt";

  final Publisher publisher;
  final Path dir;
  final SigningKey thief;
  final SigningKey expired;
  private int copies;

  /** Three releases of the public edition, and one each of another edition and another site. */
  Scene(Path dir, int documents) {
    this.dir = dir;
    publisher = new Publisher(dir);
    publisher.key = publisher.newKey("Harbour CSIRT", Optional.empty());
    thief = publisher.newKey("Harbour CSIRT", Optional.empty());
    expired = publisher.newKey("Harbour CSIRT", Optional.of(Duration.ofDays(100)));
    for (int n = 1; n <= 3; n++) {
      publisher.publish(files(documents, "patch " + n), EARLIER.plusSeconds(n * 60).toString());
    }
    publisher.publish(
        "staff", files(documents, "for us"), publisher.terms(EARLIER.plusSeconds(60).toString()));
  }

  static Map<String, String> files(int documents, String text) {
    Map<String, String> files = new TreeMap<>(Publisher.files(text));
    for (int i = 0; i < documents; i++) {
      String id = "csa-2025-" + String.format(java.util.Locale.ROOT, "%04d", i);
      files.put("advisories/2025/" + id + "/index.html", "<p>" + id + "</p>\n");
      files.put("advisories/2025/" + id + "/" + id + ".txt", id + ": act\n");
    }
    return files;
  }

  Path release(String edition, int number) {
    return publisher.site.resolve(".releases").resolve(edition).resolve("" + number);
  }

  /** A tree of the newest release, to be changed. */
  Path copy() {
    return copy(release("public", 3));
  }

  Path copy(Path tree) {
    return Trees.copy(tree, dir.resolve("copy" + copies++));
  }

  Forger forger(SigningKey key) {
    return new Forger(publisher.keys.resolve(key.fingerprint() + ".asc"));
  }

  Certificate key() {
    return publisher.key.certificate();
  }

  Certificate revokedKey() {
    try {
      return key()
          .revokedBy(
              Files.readAllBytes(publisher.keys.resolve(publisher.key.fingerprint() + ".rev")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String manifest(Path tree) throws IOException {
    return Files.readString(tree.resolve("SHA256SUMS"));
  }

  static void manifest(Path tree, String text) throws IOException {
    Files.writeString(tree.resolve("SHA256SUMS"), text);
  }

  static void signature(Path tree, byte[] signature) throws IOException {
    Files.write(tree.resolve("SHA256SUMS.asc"), signature);
  }

  static byte[] manifestBytes(Path tree) throws IOException {
    return manifest(tree).getBytes(StandardCharsets.UTF_8);
  }
}
