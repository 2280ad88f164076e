package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cresset.problem.Failure;
import org.cresset.release.Finished.Ready;
import org.cresset.release.Finished.Unchanged;
import org.cresset.seal.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published, when, and what is never. */
class ReleasesTest {
  private static final String DAY1 = "2026-02-01T09:30:00Z";
  private static final String DAY2 = "2026-02-02T10:00:00Z";
  private static final String TEXT = "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt";

  @TempDir Path dir;
  private Publisher publisher;

  @BeforeEach
  void makePublisher() {
    publisher = new Publisher(dir);
  }

  private Path served() {
    return publisher.site.resolve("public");
  }

  private Manifest manifest() throws Exception {
    return Manifest.parse(Files.readAllBytes(served().resolve(Manifest.NAME)));
  }

  static Map<String, String> contents(Path tree) throws Exception {
    Map<String, String> all = new TreeMap<>();
    Path root = tree.toRealPath();
    try (var files = Files.walk(root)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        all.put(root.relativize(f).toString(), Files.readString(f));
      }
    }
    return all;
  }

  @Test
  void theFirstReleaseIsNumberOne() throws Exception {
    Finished finished = publisher.publish(Publisher.files("patch"), DAY1);
    assertThat(finished).isInstanceOf(Ready.class);
    assertThat(Files.isSymbolicLink(served())).isTrue();
    assertThat(
            new String(Files.readAllBytes(served().resolve("SHA256SUMS")), StandardCharsets.UTF_8))
        .startsWith(
            """
            # cresset-manifest: 1
            # site: https://csirt.example.org/
            # edition: public
            # release: 1
            # date: 2026-02-01T09:30:00Z
            # valid-until: 2026-05-02T00:00:00Z
            # previous: none
            # signer: %s
            """
                .formatted(publisher.key.fingerprint()));
    assertThat(manifest().files())
        .containsOnlyKeys(
            ".well-known/security.txt",
            TEXT,
            TEXT + ".asc",
            "feed.atom",
            "feed.atom.asc",
            "index.html",
            "keys/team.asc");
  }

  @Test
  void whatDidNotChangeIsNotReleased() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    Map<String, String> before = contents(served());
    assertThat(publisher.publish(Publisher.files("patch"), DAY2)).isInstanceOf(Unchanged.class);
    assertThat(contents(served())).isEqualTo(before);
    assertThat(publisher.site.resolve(".releases/public/staging")).doesNotExist();
  }

  @Test
  void aChangeMakesTheNextReleaseAndKeepsTheOtherSignatures() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    Map<String, String> first = contents(served());
    publisher.publish(Publisher.files("patch again"), DAY2);
    Map<String, String> second = contents(served());
    assertThat(manifest().release()).isEqualTo(2);
    assertThat(manifest().previous())
        .contains(Disk.sha256(first.get("SHA256SUMS").getBytes(StandardCharsets.UTF_8)));
    assertThat(second.get("releases/1/SHA256SUMS")).isEqualTo(first.get("SHA256SUMS"));
    assertThat(second.get("releases/1/SHA256SUMS.asc")).isEqualTo(first.get("SHA256SUMS.asc"));
    assertThat(second.get("feed.atom.asc")).isEqualTo(first.get("feed.atom.asc"));
    assertThat(second.get(".well-known/security.txt"))
        .isEqualTo(first.get(".well-known/security.txt"));
    assertThat(second.get(TEXT + ".asc")).isNotEqualTo(first.get(TEXT + ".asc"));
    publisher.publish(Publisher.files("and again"), "2026-02-03T10:00:00Z");
    assertThat(contents(served()))
        .containsKey("releases/2/SHA256SUMS")
        .doesNotContainKey("releases/1/SHA256SUMS");
  }

  @Test
  void sameInputsGiveTheSameBytesWhereverAndWhateverTheUmask() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    publisher.publish(Publisher.files("patch again"), DAY2);
    Publisher other = new Publisher(Files.createDirectory(dir.resolve("elsewhere")));
    other.key = publisher.key;
    other.publish(Publisher.files("patch"), DAY1);
    other.publish(Publisher.files("patch again"), DAY2);
    assertThat(contents(other.site.resolve("public"))).isEqualTo(contents(served()));
    try (var files = Files.walk(served().toRealPath())) {
      for (Path f : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
            .isEqualTo(Files.isDirectory(f) ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
  }

  @Test
  void anUnchangedEditionIsRenewedInItsLastThird() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    assertThat(publisher.publish(Publisher.files("patch"), "2026-04-02T00:00:00Z"))
        .isInstanceOf(Unchanged.class);
    assertThat(publisher.publish(Publisher.files("patch"), "2026-04-02T00:00:01Z"))
        .isInstanceOf(Ready.class);
    assertThat(manifest().validUntil()).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(
            publisher.publish(
                "public",
                Publisher.files("patch"),
                publisher.terms("2026-04-03T00:00:00Z").renewing()))
        .isInstanceOf(Ready.class);
  }

  @Test
  void aKeyThatExpiresBeforeTheReleaseDoesNotSignIt() {
    publisher.key = publisher.newKey("Harbour CSIRT", Optional.of(Duration.ofDays(100)));
    publisher.publish(Publisher.files("patch"), "2024-01-12T00:00:00Z");
    assertThatThrownBy(() -> publisher.publish(Publisher.files("again"), "2024-01-22T00:00:00Z"))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY))
        .hasMessageContaining("2024-04-19T08:00:00Z");
  }

  @Test
  void theDateNeverFallsBelowThePreviousOne() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    Terms terms =
        Terms.of(
            Publisher.SITE,
            Instant.parse(DAY2),
            Duration.ofDays(90),
            Publisher.MADE,
            publisher.key);
    publisher.publish("public", Publisher.files("withdrawn"), terms);
    assertThat(manifest().date()).isEqualTo(Instant.parse(DAY1));
  }

  @Test
  void aDemonstrationKeyNeverContinuesAnothersChain() {
    publisher.publish(Publisher.files("patch"), DAY1);
    publisher.key = publisher.newKey("Harbour CSIRT", Optional.empty());
    assertThatThrownBy(() -> publisher.publish(Publisher.files("patch again"), DAY2))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.KEY));
  }

  @Test
  void signaturesOfAKeyThatIsNotPublishedAreMadeAnew() throws Exception {
    SigningKey real = publisher.key;
    publisher.key = publisher.newKey("Harbour CSIRT", Optional.empty());
    publisher.publish(Publisher.files("patch"), DAY1);
    String before = contents(served()).get("feed.atom.asc");
    publisher.key = real;
    publisher.publish(Publisher.files("patch"), DAY2);
    assertThat(contents(served()).get("feed.atom.asc")).isNotEqualTo(before);
  }

  @Test
  void aPreviousManifestThatIsNotOursStopsTheRun() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    Path manifest = served().resolve("SHA256SUMS");
    Files.writeString(manifest, Files.readString(manifest).replace("release: 1", "release: 7"));
    assertThatThrownBy(() -> publisher.publish(Publisher.files("patch again"), DAY2))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.NOT_GENUINE));
  }

  @Test
  void whatANewRunFindsHalfDoneIsPutInOrder() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    publisher.publish(Publisher.files("patch again"), DAY2);
    Path releases = publisher.site.resolve(".releases/public");
    Map<String, String> before = contents(served());
    // Cut off after its tree was in place and before the link moved; and while staging.
    Files.createDirectories(releases.resolve("3/advisories"));
    Files.createDirectories(releases.resolve("staging/advisories"));
    Files.createSymbolicLink(publisher.site.resolve(".public.new"), Path.of("nowhere"));
    publisher.publish(Publisher.files("patch again"), DAY2);
    assertThat(contents(served())).isEqualTo(before);
    try (var all = Files.list(releases)) {
      assertThat(all.map(p -> p.getFileName().toString()).sorted())
          .containsExactly("1", "1.json", "2", "2.json", "spare");
    }
    assertThat(Files.exists(publisher.site.resolve(".public.new"), LinkOption.NOFOLLOW_LINKS))
        .isFalse();
  }

  @Test
  void aReleasePublishedElsewhereIsContinued() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    Map<String, String> first = contents(served());
    Publisher other = new Publisher(Files.createDirectory(dir.resolve("elsewhere")));
    try (Releases releases = Releases.open(other.site)) {
      PreviousRelease before =
          releases.continued(
              "public",
              served().toString(),
              List.of(other.key.certificate()),
              Publisher.SITE,
              Instant.parse(DAY2));
      Staging staging = releases.stage("public", Optional.of(before), Optional.empty());
      staging.write("feed.atom", "<feed/>\n".getBytes(StandardCharsets.UTF_8));
      staging.sign("feed.atom");
      releases.publish(List.of((Ready) staging.finish(other.terms(DAY2))));
    }
    Map<String, String> second = contents(other.site.resolve("public"));
    assertThat(second.get("SHA256SUMS")).contains("# release: 2\n");
    assertThat(second.get("releases/1/SHA256SUMS")).isEqualTo(first.get("SHA256SUMS"));
    assertThat(second.get("feed.atom.asc")).isEqualTo(first.get("feed.atom.asc"));
    Files.writeString(served().resolve("index.html"), "forged");
    try (Releases releases = Releases.open(dir.resolve("third"))) {
      assertThatThrownBy(() ->
              releases.continued(
                  "public",
                  served().toString(),
                  List.of(other.key.certificate()),
                  Publisher.SITE,
                  Instant.parse(DAY2)))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.NOT_GENUINE));
    }
  }

  @Test
  void aLostLinkIsPutBack() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    publisher.publish(Publisher.files("patch again"), DAY2);
    Files.delete(served());
    publisher.publish(Publisher.files("third"), DAY2);
    assertThat(manifest().release()).isEqualTo(3);
  }

  @Test
  void onlyThePreviousTreeIsKept() throws Exception {
    for (int i = 1; i <= 4; i++) {
      publisher.publish(Publisher.files("text " + i), DAY1);
    }
    try (Releases releases = Releases.open(publisher.site)) {
      assertThat(releases.previous("public").orElseThrow().number()).isEqualTo(4);
    }
    try (var all = Files.list(publisher.site.resolve(".releases/public"))) {
      assertThat(all.filter(Files::isDirectory).map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("3", "4", "spare");
    }
  }

  @Test
  void aSecondRunGivesWay() {
    try (Releases first = Releases.open(publisher.site)) {
      assertThat(first.previous("public")).isEmpty();
      assertThatThrownBy(() -> Releases.open(publisher.site, Duration.ofMillis(100)))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.ENVIRONMENT))
          .hasMessageContaining("another run");
    }
    Releases.open(publisher.site, Duration.ZERO).close();
  }

  @Test
  void aFolderThatIsNotOursIsNeverReplaced() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    Files.delete(served());
    Files.createDirectory(served());
    assertThatThrownBy(() -> publisher.publish(Publisher.files("patch"), DAY2))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is not a link");
  }

  @Test
  void pathsOutsideTheRulesAreRefused() {
    try (Releases releases = Releases.open(publisher.site)) {
      Staging staging = releases.stage("public", Optional.empty(), Optional.empty());
      for (String path :
          List.of(
              "",
              "/a",
              "a/",
              "a//b",
              "../a",
              "a/../b",
              "./a",
              "A",
              "a b",
              "releases/1/x",
              "SHA256SUMS",
              "ä")) {
        assertThatThrownBy(() -> staging.write(path, new byte[0]))
            .as(path)
            .isInstanceOf(IllegalArgumentException.class);
      }
      staging.write("a/b", new byte[0]);
      assertThatThrownBy(() -> staging.write("a/b", new byte[0]))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
