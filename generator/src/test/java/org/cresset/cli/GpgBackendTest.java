package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.seal.Gpg;
import org.cresset.seal.Sequoia;
import org.cresset.testkit.Cresset;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code signing: {backend: gpg}} by the command line as it is, with gpg as it is. */
class GpgBackendTest {
  private static final String TEXT = "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt";
  private static final String[] LOOPBACK = {
    "--pinentry-mode", "loopback", "--passphrase", "correct horse"
  };

  @TempDir Path dir;
  private GitFixture git;
  private Path root;

  /** What a signer leaves on the machine: the signing subkey alone, in an agent that must ask. */
  private static String key(Gpg gpg) {
    must(
        gpg,
        "20260105T080000",
        "--quick-gen-key",
        "Harbour CSIRT <csirt@example.org>",
        "ed25519",
        "cert",
        "never");
    String key = gpg.fingerprint();
    must(gpg, "20260105T080000", "--quick-add-key", key, "ed25519", "sign", "1y");
    must(
        gpg,
        "20260105T080000",
        "--output",
        gpg.home() + "/safe.asc",
        "--armor",
        "--export-secret-keys",
        key);
    leaveSubkeys(gpg, key);
    return key;
  }

  private static void leaveSubkeys(Gpg gpg, String key) {
    must(
        gpg,
        "20260105T080000",
        "--output",
        gpg.home() + "/sub.asc",
        "--armor",
        "--export-secret-subkeys",
        key);
    gpg.must("--delete-secret-keys", key);
    must(gpg, "20260105T080000", "--import", gpg.home() + "/sub.asc");
    assertThat(gpg.must("--with-colons", "--list-secret-keys")).containsPattern("(?m)^sec:.*:#:");
    Tool.run(
        gpg.home(),
        Map.of("GNUPGHOME", gpg.home().toString()),
        List.of("gpgconf", "--kill", "gpg-agent"));
  }

  private static void must(Gpg gpg, String time, String... arguments) {
    gpg.must(
        Stream.of(Stream.of(LOOPBACK), Stream.of("--faked-system-time", time), Stream.of(arguments))
            .flatMap(s -> s)
            .toArray(String[]::new));
  }

  private void begin(String key) throws IOException {
    root = Files.createDirectories(dir.resolve("base"));
    git = GitFixture.init(root);
    git.write(".gitignore", "/.cresset/\n/site/\n");
    git.write(
        "content/cresset.yaml",
        """
        team: {name: Harbour CSIRT, email: csirt@example.org}
        site: {url: "https://csirt.example.org/", security_txt_expires: 2027-01-01}
        editions: {public: {readers: anyone}}
        signing: {backend: gpg, key: KEY}
        """
            .replace("KEY", key));
    git.write(
        "content/advisories/2026/csa-2026-k7f3.md",
        """
        ---
        title: Mail server reads commands from attachments
        classification: public
        status: final
        version: 1
        initial_release_date: 2026-01-02T00:30Z
        revision_history: [{number: 1, date: 2026-01-02T00:30Z, summary: First release}]
        action: "Install 2.3."
        severity: high
        exploitation: none_known
        products: [{product_name: Reader, affected: "<2.3", fixed: "2.3", purl: "pkg:npm/reader"}]
        solutions: [{vendor_fix: "Install 2.3.", impact: A restart.}]
        ---
        ## Description

        It does.
        """);
    git.commit("First");
  }

  private Tool.Result run(Path gpgHome, String passphrase, String... arguments) throws IOException {
    Path file = Files.writeString(dir.resolve("passphrase"), passphrase + "\n");
    return Cresset.in(root)
        .with("GNUPGHOME", gpgHome.toString())
        .with("CRESSET_KEY_PASSPHRASE_FD", "3")
        .around("sh", "-c", "exec \"$@\" 3<\"$0\"", file.toString())
        .run(arguments);
  }

  private void build(Gpg gpg, String time) throws IOException {
    Tool.Result built = run(gpg.home(), "correct horse", "build", "--as-of", time);
    assertThat(built.status()).as(built.out() + built.err()).isZero();
  }

  private Path served(String path) {
    return root.resolve("site/public").resolve(path);
  }

  private void mustBeGenuine(Path key, String time) throws IOException {
    Tool.Result said =
        run(dir, "", "verify", "site/public", "--key", key.toString(), "--as-of", time);
    assertThat(said.status()).as(said.out()).isZero();
    assertThat(said.out()).contains("OK release");
  }

  /** Every signature of the tree and of its history, by gpg; the detached ones by Sequoia, too. */
  private void everybodyFindsThemGood(Gpg gpg) throws IOException {
    String key = Files.readString(served("keys/team.asc"));
    gpg.must("--import", served("keys/team.asc").toString());
    try (Stream<Path> all = Files.walk(served("").toRealPath())) {
      List<Path> signed =
          all.filter(f -> f.toString().endsWith(".asc"))
              .filter(f -> Files.exists(data(f)))
              .sorted()
              .toList();
      assertThat(signed)
          .extracting(f -> f.getFileName().toString())
          .contains(
              "SHA256SUMS.asc",
              "csa-2026-k7f3.txt.asc",
              "csa-2026-k7f3.json.asc",
              "feed.atom.asc",
              "feed.json.asc",
              "provider-metadata.json.asc");
      for (Path signature : signed) {
        String data = data(signature).toString();
        assertThat(gpg.must("--status-fd", "1", "--verify", signature.toString(), data))
            .as(data)
            .contains("GOODSIG");
        assertThat(
                Sequoia.accepts(
                    key, Files.readAllBytes(signature), Files.readAllBytes(data(signature))))
            .as(data)
            .isTrue();
      }
    }
    String cleartext = served(".well-known/security.txt").toString();
    assertThat(gpg.must("--status-fd", "1", "--verify", cleartext)).contains("GOODSIG");
    Tool.Result tag =
        Tool.run(
            root,
            Map.of("GNUPGHOME", gpg.home().toString()),
            List.of("git", "-C", "site/public.git", "verify-tag", "release/1"));
    assertThat(tag.status()).as(tag.err()).isZero();
  }

  private static Path data(Path signature) {
    String path = signature.toString();
    return Path.of(path.substring(0, path.length() - ".asc".length()));
  }

  @Test
  void aSubkeyOfGpgSignsTheReleasesAndItsSuccessorContinues() throws Exception {
    Tool.SQV.require();
    try (Gpg gpg = new Gpg()) {
      String key = key(gpg);
      begin(key);
      build(gpg, "2026-01-10T08:00:00Z");
      assertThat(Files.readString(served("SHA256SUMS"))).contains("# signer: " + key + "\n");
      Path pinned = Files.copy(served("keys/team.asc"), dir.resolve("pinned.asc"));
      everybodyFindsThemGood(gpg);
      mustBeGenuine(pinned, "2026-01-10T08:00:00Z");
      assertThat(run(gpg.home(), "", "keys", "export").out())
          .endsWith(Files.readString(served("keys/team.asc")));

      Tool.Result due =
          run(gpg.home(), "", "due", "--within", "400d", "--as-of", "2026-01-10T08:00:00Z");
      assertThat(due.out()).contains("signing key …" + key.substring(32) + " expires");
      String first = Files.readString(served(TEXT + ".asc"));
      git.write(
          "content/glossary/patch.md", "---\nterm: patch\nclassification: public\n---\nA cure.\n");
      git.commit("A term");
      build(gpg, "2026-02-10T08:00:00Z");
      assertThat(Files.readString(served(TEXT + ".asc"))).isEqualTo(first);
      mustBeGenuine(pinned, "2026-02-10T08:00:00Z");

      // The primary key comes out of its safe for the next subkey, and goes back.
      must(gpg, "20260801T080000", "--import", gpg.home() + "/safe.asc");
      must(gpg, "20260801T080000", "--quick-add-key", key, "ed25519", "sign", "1y");
      leaveSubkeys(gpg, key);
      git.write(
          "content/glossary/worm.md", "---\nterm: worm\nclassification: public\n---\nIt crawls.\n");
      git.commit("Another term");
      build(gpg, "2026-09-01T08:00:00Z");
      assertThat(Files.readString(served(TEXT + ".asc"))).isEqualTo(first);
      everybodyFindsThemGood(gpg);
      mustBeGenuine(pinned, "2026-09-01T08:00:00Z");
    }
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    try (Gpg gpg = new Gpg();
        Gpg empty = new Gpg()) {
      String key = key(gpg);
      begin(key);
      String[] build = {"build", "--as-of", "2026-01-10T08:00:00Z"};
      Tool.Result wrong = run(gpg.home(), "wrong", build);
      assertThat(wrong.status()).isEqualTo(4);
      assertThat(wrong.err()).contains("Bad passphrase");
      Tool.Result none = run(empty.home(), "correct horse", build);
      assertThat(none.status()).isEqualTo(4);
      assertThat(none.err()).contains("gpg has no secret key " + key).contains("gpg --card-status");
      Tool.Result bare =
          Cresset.in(root)
              .with("PATH", dir.toString())
              .with("GNUPGHOME", gpg.home().toString())
              .run(build);
      assertThat(bare.status()).isEqualTo(4);
      assertThat(bare.err()).contains("the gpg program can't be used").contains("install GnuPG");
      Tool.Result rotate = run(gpg.home(), "correct horse", "keys", "rotate");
      assertThat(rotate.status()).isEqualTo(4);
      assertThat(rotate.err()).contains("gpg keeps the key " + key).contains("gpg --quick-add-key");
      assertThat(root.resolve("site/public")).doesNotExist();
    }
  }
}
