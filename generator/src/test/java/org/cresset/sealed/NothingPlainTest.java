package org.cresset.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.seal.Gpg;
import org.cresset.testkit.Cresset;
import org.cresset.testkit.Strace;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a highly sensitive text no plain byte goes to the disk, not even to a temporary file. */
class NothingPlainTest {
  /** Words of the text that stand nowhere else; each would betray it. */
  private static final List<String> WORDS = List.of(SealedBase.SECRET.split(" "));

  private static final Pattern OPENED =
      Pattern.compile("openat\\([^\"]*\"([^\"]+)\", [A-Z_|]*(?:O_WRONLY|O_RDWR)");

  @TempDir static Path dir;
  private static Gpg ridge;
  private static Gpg vendor;
  private static SealedBase base;

  @BeforeAll
  static void prepare() throws IOException {
    Strace.require();
    ridge = new Gpg();
    vendor = new Gpg();
    for (Gpg gpg : List.of(ridge, vendor)) {
      String user = gpg == ridge ? "desk@ridge.example.org" : "psirt@mailwright.example.org";
      gpg.must("--passphrase", "", "--quick-gen-key", user, "future-default", "default", "never");
    }
    base = SealedBase.of(dir.resolve("base"), ridge, vendor);
  }

  @AfterAll
  static void close() {
    if (ridge != null) {
      ridge.close();
      vendor.close();
    }
  }

  private static Cresset traced(SealedBase work, String... strace) throws IOException {
    Path temporary = Files.createDirectories(work.root().resolve(".cresset/tmp"));
    List<String> around = new ArrayList<>(List.of("strace", "-f", "-qq", "--seccomp-bpf"));
    around.addAll(List.of(strace));
    return Cresset.in(work.root())
        .java(
            "-XX:ActiveProcessorCount=1",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
            "-Djava.io.tmpdir=" + temporary)
        .around(around.toArray(String[]::new));
  }

  private static void assertNothingPlain(SealedBase work) throws IOException {
    for (String word : WORDS) {
      assertThat(SealedBase.holding(work.root(), word)).as(word).isEmpty();
    }
  }

  /** All that is written through any call is in the log, at its full length. */
  @Test
  void aBuildOfTheVaultWritesNoneOfItThroughAnyCall() throws IOException {
    SealedBase work = base.copy(dir.resolve("work"));
    Path log = dir.resolve("writes.log");
    Tool.Result built =
        traced(
                work,
                "-s",
                "50000000",
                "-o",
                log.toString(),
                "-e",
                "trace=openat,write,pwrite64,writev,pwritev,sendto,sendmsg,mmap")
            .run("build", "--edition", "vault,partners");
    assertThat(built.status()).as(built.out() + built.err()).isZero();
    Set<String> written = new TreeSet<>();
    int writes = 0;
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      for (String line : (Iterable<String>) lines::iterator) {
        writes += line.contains("write") ? 1 : 0;
        assertThat(WORDS.stream().filter(line::contains)).as("a plain word is written").isEmpty();
        Matcher opened = OPENED.matcher(line);
        if (opened.find() && opened.group(1).startsWith(work.root().toString())) {
          written.add(opened.group(1).substring(work.root().toString().length()));
        }
      }
    }
    assertThat(writes).isGreaterThan(10);
    // What is compressed can't be seen in the log: so nothing but these files is written at all.
    assertThat(written)
        .isNotEmpty()
        .allMatch(path ->
            path.matches("/site/\\.sealed/\\.([0-9a-f]{32}|index)\\.pgp\\.new")
                || path.matches(
                    "/site/\\.releases/lock|/\\.cresset/cache/(history|clean|fronts|blobs).*"));
    assertNothingPlain(work);
    Tool.Result search =
        Cresset.in(work.root()).run("search", "zebrafish", "--edition", "vault", "--json");
    assertThat(search.out()).contains("operator");
    assertNothingPlain(work);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync:signal=KILL:when=1", "rename:signal=KILL:when=1"})
  void afterAKillNoneIsLeft(String kill) throws IOException {
    SealedBase work = base.copy(dir.resolve("killed"));
    try {
      Tool.Result killed =
          traced(
                  work,
                  "-o",
                  "/dev/null",
                  "-e",
                  "trace=" + kill.split(":")[0],
                  "-e",
                  "inject=" + kill)
              .run("build", "--edition", "vault,partners,vendors");
      assertThat(killed.status()).isEqualTo(128 + 9);
      assertNothingPlain(work);
      SealedBase.Said again = work.run("build", "--edition", "vault,partners,vendors");
      assertThat(again.status()).as(again.out()).isZero();
      try (Stream<Path> files = Files.list(work.root().resolve("site/.sealed"))) {
        assertThat(files).hasSize(4);
      }
    } finally {
      org.cresset.testkit.Trees.remove(work.root());
    }
  }
}
