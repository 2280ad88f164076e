package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cresset.release.Finished.Ready;
import org.cresset.release.Finished.Unchanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release takes over from the one before, and what it must not. */
class ReusedFilesTest {
  private static final String DAY1 = "2026-02-01T09:30:00Z";
  private static final String DAY2 = "2026-02-02T10:00:00Z";

  @TempDir Path dir;
  private Publisher publisher;

  @BeforeEach
  void makePublisher() {
    publisher = new Publisher(dir);
  }

  private Path served() {
    return publisher.site.resolve("public");
  }

  @Test
  void unchangedFilesAreTheSameFiles() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    Object before = Files.getAttribute(served().resolve("index.html"), "unix:ino");
    publisher.publish(Publisher.files("patch again"), DAY2);
    assertThat(Files.getAttribute(served().resolve("index.html"), "unix:ino")).isEqualTo(before);
  }

  @Test
  void aFileAlteredOnTheDiskIsWrittenAnew() throws Exception {
    publisher.publish(Publisher.files("patch"), DAY1);
    Files.writeString(served().resolve("index.html"), "<p>Hacked</p>\n");
    publisher.publish(Publisher.files("patch again"), DAY2);
    assertThat(ReleasesTest.contents(served())).containsEntry("index.html", "<p>Home</p>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing: index.html", "altered: index.html", "not in the manifest: new"})
  void aDamagedReleaseIsReplacedThoughNothingChanged(String damage) throws Exception {
    for (String day : new String[] {DAY1, DAY2}) {
      // The third tree is made of the first.
      publisher.publish(Publisher.files("patch on " + day), day);
    }
    Path file = served().resolve("index.html");
    assertThat(publisher.publish(Publisher.files("patch on " + DAY2), DAY2))
        .isInstanceOf(Unchanged.class);
    switch (damage.charAt(0)) {
      case 'm' -> Files.delete(file);
      case 'a' -> Files.writeString(file, "<p>Hacked</p>\n");
      default -> Files.writeString(served().resolve("new"), "<p>Hacked</p>\n");
    }
    assertThat(publisher.publish(Publisher.files("patch on " + DAY2), DAY2))
        .isInstanceOfSatisfying(Ready.class, r -> assertThat(r.damage()).hasValue(damage));
    assertThat(
            new TreeVerifier(Expectations.of(publisher.key.certificate()), Instant.parse(DAY2))
                .verify(served().toString())
                .findings())
        .isEmpty();
  }

  @Test
  void whatNobodyElseMayReadIsReplacedThoughNothingChanged() throws Exception {
    for (String day : new String[] {DAY1, DAY2}) {
      publisher.publish(Publisher.files("patch on " + day), day);
    }
    publisher.publish(Publisher.files("patch on " + DAY2), DAY2);
    Path releases = publisher.site.resolve(".releases/public");
    assertThat(releases.resolve("spare")).isDirectory();
    // As if put back under a umask of 077.
    try (Stream<Path> all = Files.walk(releases)) {
      for (Path path : all.toList()) {
        String mode = Files.isDirectory(path) ? "rwx------" : "rw-------";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      }
    }
    assertThat(publisher.publish(Publisher.files("patch on " + DAY2), DAY2))
        .isInstanceOfSatisfying(
            Ready.class,
            r ->
                assertThat(r.damage()).hasValue("its mode was changed: the folder of the release"));
    try (Stream<Path> all = Files.walk(served().toRealPath())) {
      for (Path path : all.toList()) {
        assertThat(Files.getPosixFilePermissions(path))
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? Disk.FOLDER : Disk.FILE);
      }
    }
    assertThat(publisher.publish(Publisher.files("patch on " + DAY2), DAY2))
        .isInstanceOf(Unchanged.class);
  }

  /** Old trees are used up for new ones; nothing of them may stay, whatever became of them. */
  @Test
  void whatNewTreesAreMadeOfDoesNotShow() throws Exception {
    Random random = new Random(7);
    Path releases = publisher.site.resolve(".releases/public");
    for (int run = 0; run < 25; run++) {
      Map<String, String> files = new HashMap<>(Publisher.files("text " + random.nextInt(3)));
      for (int i = 0; i < 6; i++) {
        String name = "glossary/" + (char) ('a' + random.nextInt(3));
        boolean folder = random.nextBoolean();
        if (files.keySet().stream().noneMatch(p -> p.equals(name) || p.startsWith(name + "/"))) {
          files.put(folder ? name + "/b/index.html" : name, "content " + random.nextInt(3));
        }
      }
      String asOf = Instant.parse(DAY1).plusSeconds(run).toString();
      Finished finished = publisher.publish(files, asOf);
      Map<String, String> now = ReleasesTest.contents(served());
      files.keySet().forEach(p -> assertThat(now).containsKey(p));
      assertThat(
              new TreeVerifier(Expectations.of(publisher.key.certificate()), Instant.parse(DAY2))
                  .verify(served().toString())
                  .findings())
          .as("run " + run + " " + finished)
          .isEmpty();
      Path spare = releases.resolve("spare");
      if (random.nextInt(4) == 0 && Files.exists(spare)) {
        Files.deleteIfExists(spare.resolve("index.html"));
        Files.createSymbolicLink(spare.resolve("index.html"), Path.of("feed.atom"));
        Files.deleteIfExists(spare.resolve("feed.atom"));
        Files.writeString(spare.resolve("feed.atom"), "altered");
        Files.deleteIfExists(spare.resolve("feed.atom.asc"));
        Files.writeString(spare.resolve("feed.atom.asc"), "altered");
      }
    }
  }

  @Test
  void filesWithTheSameInputsAreNotMadeAgain() throws Exception {
    publisher.memo = Optional.of(dir.resolve("cache/outputs-public"));
    Map<String, Integer> made = new HashMap<>();
    assertThat(run(made, "one", DAY1)).isInstanceOf(Ready.class);
    assertThat(run(made, "one", DAY2)).isInstanceOf(Unchanged.class);
    assertThat(made).containsEntry("a.html", 1);
    assertThat(run(made, "two", DAY2)).isInstanceOf(Ready.class);
    assertThat(made).containsEntry("a.html", 2);
    // A lost or damaged cache costs time only; so does a file that is not as it was.
    Files.writeString(publisher.memo.get(), "cresset-outputs 1\na.html\ttwo\t0000\nnonsense");
    assertThat(run(made, "two", DAY2)).isInstanceOf(Unchanged.class);
    assertThat(made).containsEntry("a.html", 3);
    Files.writeString(served().resolve("a.html"), "altered");
    run(made, "two", DAY2);
    assertThat(made).containsEntry("a.html", 4);
  }

  private Finished run(Map<String, Integer> made, String inputs, String asOf) {
    try (Releases releases = Releases.open(publisher.site)) {
      Staging staging = releases.stage("public", releases.previous("public"), publisher.memo);
      Supplier<byte[]> page =
          () -> {
            made.merge("a.html", 1, Integer::sum);
            return ("page of " + inputs).getBytes(StandardCharsets.UTF_8);
          };
      staging.write("a.html", inputs, page);
      Finished finished = staging.finish(publisher.terms(asOf));
      releases.publish(finished instanceof Ready r ? List.of(r) : List.of());
      return finished;
    }
  }
}
