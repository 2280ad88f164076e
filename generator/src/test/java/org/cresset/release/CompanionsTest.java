package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cresset.edition.Team;
import org.cresset.seal.Gpg;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History and archive follow the release that is served. */
class CompanionsTest {
  private static final String DAY1 = "2024-02-01T09:30:00Z";
  private static final String DAY2 = "2024-02-02T10:00:00Z";
  private static final Team TEAM =
      new Team(
          "Harbour CSIRT",
          Optional.empty(),
          "coordinator",
          "csirt@example.org",
          Optional.empty(),
          ZoneOffset.UTC);

  @TempDir Path dir;
  private Publisher publisher;

  @BeforeEach
  void makePublisher() {
    publisher = new Publisher(dir);
  }

  private void publish(String text, String asOf) {
    publisher.publish(Publisher.files(text), asOf);
    try (Releases releases = Releases.open(publisher.site)) {
      Companions companions = releases.companions(releases.previous("public").orElseThrow());
      assertThat(companions.follow(publisher.key, TEAM, dir.resolve("blobs"))).isTrue();
      assertThat(companions.follow(publisher.key, TEAM, dir.resolve("blobs"))).isFalse();
    }
  }

  @Test
  void theArchiveIsExactlyTheTree() throws Exception {
    for (String text : List.of("patch", "patch again")) {
      publish(text, text.equals("patch") ? DAY1 : DAY2);
      Map<String, String> zipped = new TreeMap<>();
      try (ZipFile zip = new ZipFile(publisher.site.resolve("public.zip").toFile())) {
        for (ZipEntry e : zip.stream().toList()) {
          zipped.put(e.getName(), new String(zip.getInputStream(e).readAllBytes(), "UTF-8"));
        }
      }
      assertThat(zipped).isEqualTo(ReleasesTest.contents(publisher.site.resolve("public")));
      Verification read =
          new TreeVerifier(Expectations.of(publisher.key.certificate()), Instant.parse(DAY2))
              .verify(publisher.site.resolve("public.zip").toString());
      assertThat(read.outcome()).isEqualTo(Verification.Outcome.GENUINE);
    }
  }

  @Test
  void anArchiveContinuedIsTheSameAsOneMadeAnew() throws Exception {
    publish("patch", DAY1);
    publish("patch again", DAY2);
    byte[] continued = Files.readAllBytes(publisher.site.resolve("public.zip"));
    Files.writeString(publisher.site.resolve("public.zip"), "damaged");
    try (Releases releases = Releases.open(publisher.site)) {
      Companions companions = releases.companions(releases.previous("public").orElseThrow());
      assertThat(companions.follow(publisher.key, TEAM, dir.resolve("blobs"))).isTrue();
    }
    assertThat(Files.readAllBytes(publisher.site.resolve("public.zip"))).isEqualTo(continued);
  }

  @Test
  void theHistoryHasASignedCommitAndTagForEachRelease() throws Exception {
    Tool.GIT.require();
    try (Gpg gpg = new Gpg()) {
      publish("patch", DAY1);
      publish("patch again", DAY2);
      gpg.must("--import", gpg.file("key.asc", publisher.key.certificate().armoured()));
      Map<String, String> home = Map.of("GNUPGHOME", gpg.home().toString(), "LC_ALL", "C");
      Path bare = publisher.site.resolve("public.git");
      for (List<String> command :
          List.of(
              List.of("git", "fsck", "--full", "--strict"),
              List.of("git", "verify-commit", "main", "main~1"),
              List.of("git", "verify-tag", "release/1", "release/2"))) {
        Tool.Result result = Tool.run(bare, home, command);
        assertThat(result.status()).as(command + result.err()).isZero();
      }
      assertThat(
              Tool.run(bare, home, List.of("git", "log", "--format=%ct %an <%ae> %s", "main"))
                  .out())
          .isEqualTo(
              """
              1706868000 Harbour CSIRT <csirt@example.org> Release 2 of the edition public
              1706779800 Harbour CSIRT <csirt@example.org> Release 1 of the edition public
              """);
      assertThat(Tool.run(bare, home, List.of("git", "show", "release/1:SHA256SUMS")).out())
          .isEqualTo(Files.readString(publisher.site.resolve("public/releases/1/SHA256SUMS")));
    }
  }
}
