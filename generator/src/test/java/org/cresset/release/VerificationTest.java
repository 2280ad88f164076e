package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.release.Verification.Outcome;
import org.cresset.seal.Certificate;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reader with {@code cresset verify}, and one with {@code verify.sh} and stock tools, see the
 * same frauds.
 */
class VerificationTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Instant EARLIER = NOW.minusSeconds(600);
  private static final String TEXT = "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt";

  @TempDir Path dir;
  private Publisher publisher;

  @BeforeEach
  void publishTwice() {
    publisher = new Publisher(dir);
    publisher.publish(Publisher.files("patch"), EARLIER.toString());
    publisher.publish(Publisher.files("patch again"), EARLIER.plusSeconds(60).toString());
  }

  private Path served() {
    return publisher.site.resolve("public");
  }

  interface Fraud {
    void commit(Path tree) throws Exception;
  }

  record Case(String name, Fraud fraud, Finding.Kind kind, String sh) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> frauds() {
    Path first = Path.of("../1");
    return Stream.of(
        new Case(
            "altered",
            t -> Files.writeString(t.resolve("index.html"), "x"),
            Finding.Kind.ALTERED,
            "altered or missing: index.html"),
        new Case(
            "dropped",
            t -> Files.delete(t.resolve("feed.atom")),
            Finding.Kind.MISSING,
            "altered or missing: .*feed.atom"),
        new Case(
            "added",
            t -> Files.writeString(t.resolve("extra.html"), "x"),
            Finding.Kind.ADDED,
            "not in the manifest: extra.html"),
        new Case(
            "added with a line feed in its name",
            t -> Files.writeString(t.resolve("a\nindex.html"), "x"),
            Finding.Kind.ADDED,
            "not in the manifest: .*"),
        new Case(
            "renamed",
            t -> Files.move(t.resolve("feed.atom"), t.resolve("news.atom")),
            Finding.Kind.MISSING,
            "altered or missing: .*feed.atom"),
        new Case(
            "replaced by a link",
            t -> {
              Files.move(t.resolve("index.html"), t.resolve("../index.html"));
              Files.createSymbolicLink(t.resolve("index.html"), Path.of("../index.html"));
            },
            Finding.Kind.SPECIAL,
            "neither file nor folder: ./index.html"),
        new Case(
            "a link added",
            t -> Files.createSymbolicLink(t.resolve("etc"), Path.of("advisories")),
            Finding.Kind.SPECIAL,
            "neither file nor folder: ./etc"),
        new Case(
            "a file of the release before",
            t ->
                Files.copy(
                    t.resolve(first).resolve(TEXT),
                    t.resolve(TEXT),
                    StandardCopyOption.REPLACE_EXISTING),
            Finding.Kind.ALTERED,
            "altered or missing: .*k7f3.txt"),
        new Case(
            "manifest altered",
            t ->
                Files.writeString(
                    t.resolve("SHA256SUMS"),
                    Files.readString(t.resolve("SHA256SUMS")).replace("release: 2", "release: 3")),
            Finding.Kind.SIGNATURE,
            "the signature of SHA256SUMS is not good: BADSIG"),
        new Case(
            "manifest without signature",
            t -> Files.delete(t.resolve("SHA256SUMS.asc")),
            Finding.Kind.UNREADABLE,
            "there is no file SHA256SUMS.asc"),
        new Case(
            "two signatures",
            t -> {
              String one = Files.readString(t.resolve("SHA256SUMS.asc"));
              Files.writeString(t.resolve("SHA256SUMS.asc"), one + one);
            },
            Finding.Kind.SIGNATURE,
            "SHA256SUMS.asc is not exactly one good signature|the signature of SHA256SUMS is not good.*"),
        new Case(
            "manifest is a link",
            t -> {
              Files.move(t.resolve("SHA256SUMS"), t.resolve("../S"));
              Files.createSymbolicLink(t.resolve("SHA256SUMS"), Path.of("../S"));
            },
            Finding.Kind.UNREADABLE,
            "there is no file SHA256SUMS"));
  }

  @ParameterizedTest
  @MethodSource("frauds")
  void fraudsAreSeen(Case c) throws Exception {
    c.fraud().commit(served().toRealPath());
    Verification found = verify(served().toString());
    assertThat(found.outcome()).isEqualTo(Outcome.NOT_GENUINE);
    assertThat(found.findings()).extracting(Finding::kind).contains(c.kind());
    Tool.Result sh = sh(publisher.key.certificate(), Publisher.SITE, "public");
    assertThat(sh.out().strip()).as(sh.err()).matches("FAIL: (" + c.sh() + ").*");
    assertThat(sh.status()).isEqualTo(1);
  }

  @Test
  void aGenuineReleaseIsGenuine() throws Exception {
    assertThat(verify(served().toString()).findings()).isEmpty();
    assertThat(verify(served().toString()).outcome()).isEqualTo(Outcome.GENUINE);
    Tool.Result sh = sh(publisher.key.certificate(), Publisher.SITE, "public");
    assertThat(sh.out()).as(sh.err()).isEqualTo("OK release 2\n");
    assertThat(sh.status()).isZero();
    assertThat(sh.err()).isEmpty();
  }

  @Test
  void aReaderSeesAnotherSiteEditionOrAnOlderRelease() throws Exception {
    Certificate key = publisher.key.certificate();
    assertThat(sh(key, "https://other.example.org/", "public").out())
        .startsWith("FAIL: this is the site");
    assertThat(sh(key, Publisher.SITE, "staff").out())
        .startsWith("FAIL: this is the edition public, not staff");
    assertThat(sh(key, Publisher.SITE, "public", "2").status()).isZero();
    assertThat(sh(key, Publisher.SITE, "public", "3").out())
        .startsWith("FAIL: release 2 is older than release 3");
    Expectations expected =
        new Expectations(
            Optional.of(key),
            Optional.empty(),
            Optional.of("https://other.example.org/"),
            Optional.of("staff"),
            Optional.empty());
    assertThat(new TreeVerifier(expected, NOW).verify(served().toString()).findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.SITE, Finding.Kind.EDITION);
  }

  @Test
  void anotherKeyIsWrong() throws Exception {
    Certificate other = publisher.newKey("Somebody", Optional.empty()).certificate();
    assertThat(sh(other, Publisher.SITE, "public").out())
        .startsWith("FAIL: the signature of SHA256SUMS is not good: ERRSIG");
    assertThat(new TreeVerifier(Expectations.of(other), NOW).verify(served().toString()).outcome())
        .isEqualTo(Outcome.NOT_GENUINE);
  }

  @Test
  void aRevokedKeyIsWrong() throws Exception {
    publisher = new Publisher(Files.createDirectory(dir.resolve("revoked")));
    publisher.key = publisher.newKey("Harbour CSIRT", Optional.empty());
    publisher.publish(Publisher.files("patch"), EARLIER.toString());
    assertThat(verify(served().toString()).outcome()).isEqualTo(Outcome.GENUINE);
    Certificate revoked =
        publisher
            .key
            .certificate()
            .revokedBy(
                Files.readAllBytes(publisher.keys.resolve(publisher.key.fingerprint() + ".rev")));
    assertThat(sh(revoked, Publisher.SITE, "public").out())
        .startsWith("FAIL: the signature of SHA256SUMS is not good: REVKEYSIG");
    assertThat(
            new TreeVerifier(Expectations.of(revoked), NOW).verify(served().toString()).outcome())
        .isEqualTo(Outcome.NOT_GENUINE);
  }

  @Test
  void anExpiredKeyIsSeenThoughGpgEndsWithZero() throws Exception {
    publisher = new Publisher(Files.createDirectory(dir.resolve("expired")));
    publisher.key = publisher.newKey("Harbour CSIRT", Optional.of(Duration.ofDays(100)));
    publisher.validFor = Duration.ofDays(30);
    publisher.publish(Publisher.files("patch"), "2024-02-01T00:00:00Z");
    assertThat(sh(publisher.key.certificate(), Publisher.SITE, "public").out())
        .startsWith("FAIL: the signature of SHA256SUMS is not good: EXPKEYSIG");
    // Signed while the key was valid: genuine, and long past its time.
    assertThat(verify(served().toString()).outcome()).isEqualTo(Outcome.STALE);
  }

  @Test
  void aStaleReleaseIsGenuineButStale() throws Exception {
    publisher = new Publisher(Files.createDirectory(dir.resolve("stale")));
    publisher.publish(Publisher.files("patch"), "2024-02-01T00:00:00Z");
    Tool.Result sh = sh(publisher.key.certificate(), Publisher.SITE, "public");
    assertThat(sh.out()).startsWith("STALE: genuine, but look for a newer release");
    assertThat(sh.status()).isEqualTo(2);
    assertThat(verify(served().toString()).outcome()).isEqualTo(Outcome.STALE);
    Files.writeString(served().resolve("index.html"), "x");
    assertThat(sh(publisher.key.certificate(), Publisher.SITE, "public").status()).isEqualTo(1);
    assertThat(verify(served().toString()).outcome()).isEqualTo(Outcome.NOT_GENUINE);
  }

  @Test
  void aReaderSaysWhichReleaseAForeignFileComesFrom() throws Exception {
    Path first = served().toRealPath().resolveSibling("1");
    Files.copy(first.resolve(TEXT), served().resolve(TEXT), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(served().resolve("index.html"), "forged");
    assertThat(verify(served().toString()).findings())
        .extracting(Finding::message)
        .contains(
            "altered: " + TEXT + " (stale: it is " + TEXT + " of release 1)",
            "altered: index.html (foreign: in no release known here)");
  }

  @Test
  void aReaderWhoRemembersIsNotToldAnOldOrAnotherHistory() throws Exception {
    Path state = dir.resolve("state");
    Path first = served().toRealPath().resolveSibling("1");
    Expectations remember =
        new Expectations(
            Optional.of(publisher.key.certificate()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(state));
    assertThat(new TreeVerifier(remember, NOW).verify(first.toString()).outcome())
        .isEqualTo(Outcome.GENUINE);
    assertThat(new TreeVerifier(remember, NOW).verify(served().toString()).outcome())
        .isEqualTo(Outcome.GENUINE);
    List<Finding> back = new TreeVerifier(remember, NOW).verify(first.toString()).findings();
    assertThat(back).extracting(Finding::kind).containsOnly(Finding.Kind.ROLLBACK);
    assertThat(back).extracting(Finding::path).containsExactly("", TEXT, TEXT + ".asc");
    // From now on the signer is known too.
    Expectations known =
        new Expectations(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(state));
    assertThat(new TreeVerifier(known, NOW).verify(served().toString()).outcome())
        .isEqualTo(Outcome.GENUINE);
    Publisher other = new Publisher(Files.createDirectory(dir.resolve("other")));
    other.publish(Publisher.files("one"), EARLIER.toString());
    other.publish(Publisher.files("two"), EARLIER.toString());
    assertThat(
            new TreeVerifier(remember, NOW)
                .verify(other.site.resolve("public").toString())
                .findings())
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.CHAIN);
  }

  @Test
  void aTextUnderAnotherIdsPathIsSeen() {
    publisher.publish(
        Map.of(
            "advisories/2026/csa-2026-w2qd/csa-2026-w2qd.txt",
            "csa-2026-k7f3: the other one, see csa-2026-w2qd\n",
            TEXT,
            "csa-2026-k7f3\n",
            "keys/team.asc",
            ""),
        EARLIER.toString());
    assertThat(verify(served().toString()).findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.DOCUMENT_ID);
  }

  private Verification verify(String target) {
    return new TreeVerifier(Expectations.of(publisher.key.certificate()), NOW).verify(target);
  }

  private Tool.Result sh(Certificate key, String... arguments) throws Exception {
    Tool.GPG.require();
    Path script = Path.of("src/main/resources/release/verify.sh").toAbsolutePath();
    Path pinned = Files.writeString(dir.resolve("pinned.asc"), key.armoured());
    List<String> command =
        Stream.concat(
                Stream.of("sh", script.toString(), served().toString(), pinned.toString()),
                Stream.of(arguments))
            .toList();
    return Tool.run(dir, Map.of(), command);
  }
}
