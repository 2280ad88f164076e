package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.seal.Gpg;
import org.cresset.testkit.Cresset;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.Strace;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;

/** Backups and other programs: gpg opens them, git takes them, strace sees what is written. */
class BackupToolsTest extends KeyedTeam {
  private static final String NOW = "2026-10-09T04:00:00Z";
  private static final Pattern OPENED =
      Pattern.compile("openat\\([^\"]*\"([^\"]+)\", [A-Z_|]*(?:O_WRONLY|O_RDWR|O_CREAT)");

  @Test
  void gpgAndGitAloneBringItBack() throws Exception {
    done("2026-10-01T08:00:00Z", "keys", "init");
    git.git("tag", "-a", "-m", "Reviewed", "reviewed");
    Path recovery = dir.resolve("recovery.asc");
    try (Gpg safe = new Gpg();
        Gpg stranger = new Gpg()) {
      safe.must(
          "--passphrase", "", "--quick-gen-key", "safe@example.org", "default", "default", "never");
      Files.writeString(recovery, safe.must("--armor", "--export"));
      Path file = dir.resolve("kb.pgp");
      String said = done(NOW, "backup", file.toString(), "--to", recovery.toString(), "--json");
      assertThat(said).contains(safe.fingerprint()).contains("\"commits\" : 1");
      safe.must("--import", safe.file("team.asc", done(NOW, "keys", "export")));
      Path bundle = safe.home().resolve("all.bundle");
      String status =
          safe.must("--status-fd", "1", "-o", bundle.toString(), "--decrypt", file.toString());
      assertThat(status).contains("GOODSIG").contains("GOODMDC").contains("DECRYPTION_INFO 2 9");
      git.git("bundle", "verify", "-q", bundle.toString());
      git.git("clone", "-q", bundle.toString(), dir.resolve("clone").toString());
      GitFixture clone = GitFixture.at(dir.resolve("clone"));
      assertThat(clone.git("rev-parse", "HEAD", "reviewed"))
          .isEqualTo(git.git("rev-parse", "HEAD", "reviewed"));
      assertThat(stranger.run("--decrypt", file.toString()).status()).isNotZero();
      // The team's own key was not among those named.
      assertThat(at(NOW, "restore", file.toString()).status()).isEqualTo(4);
      String message = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertThat(message).doesNotContain("git bundle", "refs/heads", "PACK");
    }
  }

  /** Of what a backup writes, all goes into the encrypted file. */
  @Test
  void noPlainByteGoesToTheDisk() throws Exception {
    Strace.require();
    done(NOW, "build");
    Path file = dir.resolve("kb.pgp");
    Path log = dir.resolve("calls.log");
    Tool.Result made =
        Cresset.in(root)
            .java("-XX:ActiveProcessorCount=1", "-XX:-AutoCreateSharedArchive", "-Xshare:off")
            .around(
                "strace",
                "-f",
                "-qq",
                "--seccomp-bpf",
                "-s",
                "9",
                "-o",
                log.toString(),
                "-e",
                "trace=openat,creat,rename,renameat,renameat2")
            .run("backup", file.toString());
    assertThat(made.status()).as(made.err()).isZero();
    Set<String> opened = new TreeSet<>();
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      for (String line : (Iterable<String>) lines::iterator) {
        Matcher open = OPENED.matcher(line);
        if (open.find() && !open.group(1).matches("/(dev|proc|sys)/.*")) {
          opened.add(open.group(1));
        }
      }
    }
    assertThat(opened).isNotEmpty().allMatch(p -> p.matches(dir + "/\\.kb\\.pgp\\.\\d+\\.new"));
  }

  /** With less memory than the history needs, both ways. */
  @Test
  void aHistoryIsNeverHeldInMemory() throws Exception {
    byte[] noise = new byte[4_000_000];
    for (int i = 0; i < 12; i++) {
      new Random(i).nextBytes(noise);
      git.write("noise" + i + ".bin", noise);
    }
    git.commit("Noise");
    done(NOW, "build");
    Path file = dir.resolve("kb.pgp");
    Cresset small = Cresset.in(root).java("-Xmx40m");
    Tool.Result made = small.run("backup", file.toString());
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(Files.size(file)).isGreaterThan(12L * noise.length);
    Tool.Result back = small.run("restore", file.toString(), "--into", dir + "/back");
    assertThat(back.status()).as(back.err()).isZero();
    assertThat(dir.resolve("back/noise11.bin")).hasBinaryContent(noise);
  }

  @Test
  void gpgKeepsTheKeyThatSignsAndTheOneThatOpens() throws Exception {
    try (Gpg gpg = new Gpg();
        Gpg empty = new Gpg()) {
      String key = agentKey(gpg);
      git.write("content/cresset.yaml", SETTINGS + "signing: {backend: gpg, key: " + key + "}\n");
      git.commit("Key");
      Path team = Files.writeString(dir.resolve("team.asc"), gpg.must("--armor", "--export", key));
      Path file = dir.resolve("kb.pgp");
      Tool.Result made = by(gpg, "backup", file.toString());
      assertThat(made.status()).as(made.err()).isZero();
      assertThat(made.out()).contains("opened by Harbour CSIRT <csirt@example.org> " + key);

      Path back = dir.resolve("back");
      String[] restore = {
        "restore", file.toString(), "--into", back.toString(), "--gpg", "--key", team.toString()
      };
      Tool.Result locked = by(empty, restore);
      assertThat(locked.status()).as(locked.err()).isEqualTo(4);
      assertThat(locked.err()).contains("gpg can't open");
      byte[] whole = Files.readAllBytes(file);
      byte[] changed = whole.clone();
      changed[changed.length / 2] ^= 1;
      for (byte[] wrong :
          List.of(changed, java.util.Arrays.copyOf(whole, whole.length - 9), new byte[] {'x'})) {
        Files.write(file, wrong);
        Tool.Result damaged = by(gpg, restore);
        assertThat(damaged.status()).as(damaged.err()).isEqualTo(3);
        assertThat(back).doesNotExist();
      }
      Files.write(file, whole);
      restore[restore.length - 1] = key;
      Tool.Result done = by(gpg, restore);
      assertThat(done.status()).as(done.err()).isZero();
      assertThat(GitFixture.at(back).git("rev-parse", "HEAD"))
          .isEqualTo(git.git("rev-parse", "HEAD"));
    }
  }

  private static String agentKey(Gpg gpg) {
    String[] loopback = {"--pinentry-mode", "loopback", "--passphrase", "correct horse"};
    must(
        gpg,
        loopback,
        "--quick-gen-key",
        "Harbour CSIRT <csirt@example.org>",
        "ed25519",
        "cert",
        "never");
    String key = gpg.fingerprint();
    must(gpg, loopback, "--quick-add-key", key, "ed25519", "sign", "1y");
    must(gpg, loopback, "--quick-add-key", key, "cv25519", "encr", "never");
    Tool.run(
        gpg.home(),
        Map.of("GNUPGHOME", gpg.home().toString()),
        List.of("gpgconf", "--kill", "gpg-agent"));
    return key;
  }

  private static void must(Gpg gpg, String[] loopback, String... arguments) {
    gpg.must(
        Stream.of(
                Stream.of(loopback),
                Stream.of("--faked-system-time", "20261001T080000"),
                Stream.of(arguments))
            .flatMap(s -> s)
            .toArray(String[]::new));
  }

  private Tool.Result by(Gpg gpg, String... command) throws IOException {
    Path file = Files.writeString(dir.resolve("passphrase"), "correct horse\n");
    return Cresset.in(root)
        .with("GNUPGHOME", gpg.home().toString())
        .with("CRESSET_KEY_PASSPHRASE_FD", "3")
        .around("sh", "-c", "exec \"$@\" 3<\"$0\"", file.toString())
        .run(Stream.concat(Stream.of(command), Stream.of("--as-of", NOW)).toArray(String[]::new));
  }
}
