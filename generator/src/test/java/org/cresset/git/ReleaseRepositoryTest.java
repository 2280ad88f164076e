package org.cresset.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cresset.problem.Failure;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseRepositoryTest {
  private static final String FAKE =
      "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n";

  @TempDir Path dir;
  Path bare;
  Path cache;
  final SortedMap<String, FileRef> tree = new TreeMap<>();

  @BeforeEach
  void init() {
    Tool.GIT.require();
    bare = dir.resolve("public.git");
    cache = dir.resolve("cache");
  }

  private void put(String path, String text) throws Exception {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
    Path file = Files.createTempFile(dir, "file", "");
    Files.write(file, content);
    tree.put(path, new FileRef(HexFormat.of().formatHex(sha256), file));
  }

  private static ReleaseRepository.Label label(int number) {
    return new ReleaseRepository.Label(
        "release/" + number,
        "Release " + number,
        Instant.parse("2026-11-22T00:00:00Z").plusSeconds(number),
        "Harbour <CSIRT>",
        "csirt@example.org",
        payload -> FAKE);
  }

  private void append(int number) {
    new ReleaseRepository(bare).append(tree, label(number), cache, Deflated.IGNORED);
  }

  private static String git(Path in, Map<String, String> environment, String... arguments) {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    Tool.Result result = Tool.run(in, environment, command);
    assertThat(result.status()).as("%s: %s %s", command, result.out(), result.err()).isZero();
    return result.out().strip();
  }

  private String git(String... arguments) {
    return git(bare, Map.of(), arguments);
  }

  private void threeReleases() throws Exception {
    put("index.html", "one");
    put("a/b/index.html", "deep");
    put("a.b/index.html", "sorted between a and a/");
    put("a-b.txt", "too");
    append(1);
    put("index.html", "two");
    append(2);
    tree.remove("a-b.txt");
    put("new/index.html", "deep");
    append(3);
  }

  private static SortedMap<String, String> bytes(Path folder) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(
            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  @Test
  void gitFindsNoFaultAndSeesEveryRelease() throws Exception {
    threeReleases();
    assertThat(git("fsck", "--strict", "--full")).isEmpty();
    assertThat(git("log", "--format=%s %an %ad", "--date=iso-strict"))
        .isEqualTo(
            """
            Release 3 Harbour CSIRT 2026-11-22T00:00:03+00:00
            Release 2 Harbour CSIRT 2026-11-22T00:00:02+00:00
            Release 1 Harbour CSIRT 2026-11-22T00:00:01+00:00\
            """);
    assertThat(git("ls-tree", "-r", "--name-only", "release/3").lines())
        .containsExactlyElementsOf(tree.keySet());
    assertThat(git("show", "release/1:index.html")).isEqualTo("one");
    assertThat(git("show", "release/2:index.html")).isEqualTo("two");
    assertThat(git("cat-file", "-t", "release/2")).isEqualTo("tag");
    assertThat(new ReleaseRepository(bare).read("release/1", "a-b.txt"))
        .hasValueSatisfying(content -> assertThat(content).asString().isEqualTo("too"));
    assertThat(new ReleaseRepository(bare).read("release/3", "a-b.txt")).isEmpty();
    assertThat(new ReleaseRepository(bare).read("release/9", "a-b.txt")).isEmpty();
  }

  @Test
  void aPlainCopyCanBeClonedAndItsListsAreThoseOfGit() throws Exception {
    threeReleases();
    Map<String, String> before = bytes(bare);
    Path copy = dir.resolve("copy");
    git(dir, Map.of(), "clone", "-q", bare.toString(), copy.toString());
    assertThat(Files.readString(copy.resolve("new/index.html"))).isEqualTo("deep");
    git("update-server-info", "--force");
    assertThat(bytes(bare)).isEqualTo(before);
  }

  @Test
  void theSameReleasesGiveTheSameBytesWithAndWithoutTheCache() throws Exception {
    threeReleases();
    Map<String, String> first = bytes(bare);
    bare = dir.resolve("again.git");
    tree.clear();
    cache = dir.resolve("none/cache");
    put("index.html", "one");
    put("a/b/index.html", "deep");
    put("a.b/index.html", "sorted between a and a/");
    put("a-b.txt", "too");
    append(1);
    put("index.html", "two");
    Files.delete(cache);
    append(2);
    tree.remove("a-b.txt");
    put("new/index.html", "deep");
    Files.write(cache, new byte[] {1, 2, 3});
    append(3);
    assertThat(bytes(bare)).isEqualTo(first);
  }

  @Test
  void onlyWhatIsNewIsWritten() throws Exception {
    threeReleases();
    String last = git("verify-pack", "-v", newestPack().toString());
    assertThat(last.lines().filter(line -> line.contains(" blob "))).isEmpty();
    assertThat(last.lines().filter(line -> line.contains(" tree "))).hasSize(1);
  }

  private Path newestPack() {
    String commit = git("rev-parse", "HEAD");
    try (Stream<Path> packs = Files.list(bare.resolve("objects/pack"))) {
      return packs
          .filter(p -> p.toString().endsWith(".idx"))
          .filter(p -> git("verify-pack", "-v", p.toString()).contains(commit))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theLastReleaseMayBeRepeatedOrReplacedButNoEarlierOne() throws Exception {
    threeReleases();
    Map<String, String> before = bytes(bare);
    append(3);
    assertThat(bytes(bare)).isEqualTo(before);
    put("index.html", "other");
    append(3);
    assertThat(git("rev-list", "--count", "HEAD")).isEqualTo("3");
    assertThat(git("show", "release/3:index.html")).isEqualTo("other");
    assertThatThrownBy(() -> append(2)).isInstanceOf(Failure.class).hasMessageContaining("tag");
    assertThat(git("fsck", "--strict", "--no-dangling")).isEmpty();
  }

  @Test
  void manyPacksBecomeFewAndNothingIsLost() throws Exception {
    for (int i = 1; i <= 120; i++) {
      put("f" + i % 7 + ".txt", "text " + i);
      append(i);
    }
    try (Stream<Path> files = Files.list(bare.resolve("objects/pack"))) {
      assertThat(files.filter(f -> f.toString().endsWith(".pack")).count()).isLessThanOrEqualTo(51);
    }
    assertThat(git("fsck", "--strict", "--full")).isEmpty();
    assertThat(git("rev-list", "--count", "HEAD")).isEqualTo("120");
    assertThat(git("show", "release/9:f2.txt")).isEqualTo("text 9");
  }

  @Test
  void goesOnAfterAnOperatorRanGc() throws Exception {
    threeReleases();
    git("gc", "-q", "--aggressive", "--prune=now");
    for (int i = 4; i <= 60; i++) {
      put("index.html", "text " + i);
      append(i);
    }
    assertThat(git("fsck", "--strict", "--full")).isEmpty();
    assertThat(git("show", "release/1:index.html")).isEqualTo("one");
  }

  @Test
  void aBrokenOffRunLeavesNothingInTheWay() throws Exception {
    threeReleases();
    Files.writeString(bare.resolve("objects/pack/tmp_pack"), "half");
    Files.delete(bare.resolve("info/refs"));
    put("index.html", "four");
    append(4);
    assertThat(bare.resolve("objects/pack/tmp_pack")).doesNotExist();
    assertThat(Files.readString(bare.resolve("info/refs"))).contains("refs/tags/release/4^{}");
    assertThat(git("fsck", "--strict", "--full")).isEmpty();
  }

  @Test
  void gpgVerifiesCommitAndTag(@TempDir Path home) throws Exception {
    Tool.GPG.require();
    Files.setPosixFilePermissions(
        home, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    Map<String, String> gnupg = Map.of("GNUPGHOME", home.toString());
    gpg(home, gnupg, "--quick-gen-key", "Harbour CSIRT <csirt@example.org>", "ed25519", "sign");
    put("index.html", "one");
    ReleaseRepository.Label label =
        new ReleaseRepository.Label(
            "release/1",
            "Release 1",
            Instant.parse("2026-11-22T00:00:00Z"),
            "Harbour CSIRT",
            "csirt@example.org",
            payload -> sign(home, gnupg, payload));
    new ReleaseRepository(bare).append(tree, label, cache, Deflated.IGNORED);
    git(bare, gnupg, "verify-commit", "HEAD");
    git(bare, gnupg, "verify-tag", "release/1");
  }

  private static String sign(Path home, Map<String, String> gnupg, byte[] payload) {
    try {
      Path data = Files.write(home.resolve("payload"), payload);
      return gpg(home, gnupg, "--armor", "--detach-sign", "--output", "-", data.toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String gpg(Path home, Map<String, String> gnupg, String... arguments) {
    List<String> command =
        Stream.concat(
                Stream.of("gpg", "--batch", "--quiet", "--pinentry-mode", "loopback"),
                Stream.concat(Stream.of("--passphrase", ""), Stream.of(arguments)))
            .toList();
    Tool.Result result = Tool.run(home, gnupg, command);
    assertThat(result.status()).as(result.err()).isZero();
    return result.out();
  }
}
