package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.check.KnowledgeBase;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a build as a whole, and what does not: message and exit status. */
class BadSurroundingsTest {
  private static final String SETTINGS =
      """
      team: {name: Example CSIRT, email: csirt@example.org}
      site: {url: https://csirt.example.org/}
      """;
  private static final String ADVISORY =
      """
      ---
      title: "Example Mail Gateway: denial of service"
      classification: public
      status: final
      action: Install 4.2.7.
      severity: high
      exploitation: none_known
      products: [{product_name: Example Mail Gateway, affected: ">=4.0 <4.2.7", fixed: 4.2.7}]
      solutions: [{vendor_fix: Install 4.2.7., impact: The gateway restarts once.}]
      ---
      A crafted request stops the service.
      """;

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
    base.write("content/advisories/csa-2026-k7f3.md", ADVISORY);
  }

  private KnowledgeBase.Said build() {
    return base.run("build", "--worktree", "--quiet");
  }

  /** The names of all files that the site holds. */
  private String published() throws IOException {
    Path site = base.root().resolve("site");
    if (!Files.isDirectory(site)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(site)) {
      return files.map(f -> site.relativize(f).toString()).sorted().toList().toString();
    }
  }

  @Test
  void aWantOfStackIsAFaultOfTheProgram() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream endless =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void write(byte[] bytes, int from, int length) {
            throw new StackOverflowError();
          }
        };
    Surroundings world =
        new Surroundings(
            InputStream.nullInputStream(),
            endless,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            folder,
            false);
    assertThat(new Cli(world).run("--version")).isEqualTo(ExitStatus.FAULT.number());
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("cresset: a fault of the program");
  }

  @Test
  void aKeyThatIsNotThere() throws Exception {
    String key = "0123456789ABCDEF0123456789ABCDEF01234567";
    base.write("content/cresset.yaml", SETTINGS + "signing: {key: " + key + "}\n");
    KnowledgeBase.Said said = build();
    assertThat(said.text())
        .isEqualTo(
            "cresset: the key "
                + key
                + ", which signing.key names, is not in ROOT/.cresset/keys\n"
                + "help: copy its file there, correct signing.key in cresset.yaml,"
                + " or make one: cresset keys init");
    assertThat(said.status()).isEqualTo(4);
    assertThat(published()).doesNotContain("k7f3");
  }

  @Test
  void aKeyThatIsLocked() throws Exception {
    Path passphrase = folder.resolve("passphrase");
    Files.writeString(passphrase, "correct horse battery staple\n");
    try (InputStream in = Files.newInputStream(passphrase)) {
      KnowledgeBase.Said made =
          base.run(
              Map.of("CRESSET_KEY_PASSPHRASE_FD", descriptor(passphrase)),
              "keys",
              "init",
              "--quiet");
      assertThat(made.status()).as(made.text()).isZero();
      assertThat(in.available()).isPositive();
    }
    KnowledgeBase.Said said = build();
    assertThat(said.text())
        .isEqualTo(
            "cresset: the signing key is locked\n"
                + "help: give its passphrase on a file descriptor named by"
                + " CRESSET_KEY_PASSPHRASE_FD, or run this in a terminal");
    assertThat(said.status()).isEqualTo(4);
    assertThat(published()).doesNotContain("k7f3");
  }

  /** The number under which this process has a file open. */
  private static String descriptor(Path file) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (Path link : open.toList()) {
        if (Files.exists(link) && Files.isSameFile(link, file)) {
          return link.getFileName().toString();
        }
      }
    }
    throw new AssertionError(file + " is not open");
  }

  @Test
  void aSiteThatCannotBeWritten() throws Exception {
    Path site = Files.createDirectory(base.root().resolve("site"));
    Files.setPosixFilePermissions(site, PosixFilePermissions.fromString("r-xr-xr-x"));
    if (Files.isWritable(site)) {
      // Whoever may write into every folder still can't write below a file.
      Files.delete(site);
      base.write("site", "not a folder");
    }
    KnowledgeBase.Said said = build();
    assertThat(said.text()).startsWith("cresset: ").contains("ROOT/site").contains("\nhelp: ");
    assertThat(said.status()).isEqualTo(5);
  }

  @Test
  void aBrokenPrivateDocumentStopsNoPublicAdvisory() throws Exception {
    base.write(
        "content/reports/3648170952.md",
        "---\ntitle: One: two\nclassification: private\nonly: []\n---\nThe mail queue grew.\n");
    KnowledgeBase.Said said = build();
    assertThat(said.text())
        .startsWith(
            """
            content/reports/3648170952.md:2:8: error[yaml-unquoted]: a value that YAML reads as something else, expected quotes around it
                title: One: two
                       ^
            help: write: title: "One: two"
                  or run: cresset check --fix
            public: release 1,\
            """)
        .contains("\nstaff: release 1, ");
    assertThat(said.status()).isEqualTo(1);
    assertThat(published()).contains("csa-2026-k7f3/index.html").doesNotContain("3648170952");
  }

  @Test
  void settingsThatAreIncompleteOrMissing() throws Exception {
    base.write("content/cresset.yaml", "team: {name: Example CSIRT}\nsite: {}\n");
    KnowledgeBase.Said said = build();
    assertThat(said.text())
        .isEqualTo(
            """
            content/cresset.yaml:1:7: error[key-missing]: no 'email', expected the team's mail address
                team: {name: Example CSIRT}
                      ^
            help: add: email: …
            content/cresset.yaml:2:7: error[key-missing]: no 'url', expected where the public site is served
                site: {}
                      ^
            help: add: url: …\
            """);
    assertThat(said.status()).isEqualTo(1);
    Files.delete(base.root().resolve("content/cresset.yaml"));
    said = build();
    assertThat(said.text())
        .isEqualTo(
            "cresset: no cresset.yaml in content\n"
                + "help: run: cresset init DIR, or name the folder with --content");
    assertThat(said.status()).isEqualTo(1);
  }

  @Test
  void aPathThatIsNotThere() throws Exception {
    KnowledgeBase.Said said = base.run("check", "content/advisries/csa-2026-k7f3.md");
    assertThat(said.text())
        .isEqualTo(
            "cresset: there is no content/advisries/csa-2026-k7f3.md\n"
                + "help: name files or folders of content/, or none to check everything");
    assertThat(said.status()).isEqualTo(2);
    assertThat(base.run("check", "content", "content/gone.md").status()).isZero();
  }

  @Test
  void outsideGitTheFilesAreTakenAsTheyLieAndTheRunSaysSo() throws Exception {
    Files.move(base.root().resolve(".git"), folder.resolve("away"));
    KnowledgeBase.Said said = base.run("build", "--edition", "public", "--quiet");
    assertThat(said.status()).isZero();
    assertThat(said.text())
        .startsWith(
            """
            content: warning[source-not-git]: a folder outside any Git repository, expected a Git work tree
            help: git init: without it there is no history, and nothing says who changed what
            public: release 1,\
            """)
        .endsWith(" files, in site/public; none was here before, so counting starts at 1");
    said = base.run("build", "--rev", "v2.1");
    assertThat(said.text()).startsWith("cresset: there is no commit v2.1: ");
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void aRepositoryWithObjectsOfAnotherHash() throws Exception {
    Files.move(base.root().resolve(".git"), folder.resolve("away"));
    Tool.run(base.root(), Map.of(), List.of("git", "init", "-q", "--object-format=sha256"));
    for (String command : List.of("check", "build", "backup x")) {
      KnowledgeBase.Said said = base.run(command.split(" "));
      assertThat(said.text())
          .isEqualTo(
              "cresset: the Git repository ROOT/.git has objects named by sha256\n"
                  + "help: Cresset reads repositories with SHA-1 objects:"
                  + " git init --object-format=sha1");
      assertThat(said.status()).as(command).isEqualTo(5);
    }
  }

  @Test
  void aFolderThatIsNoKnowledgeBaseStaysAsItIs() throws Exception {
    Path none = Files.createDirectory(folder.resolve("none"));
    for (String command :
        List.of("build", "renew", "release x", "log 1 x", "attach 1 x", "sign x", "keys init")) {
      String[] all = (command + " --root " + none.toRealPath()).split(" ");
      assertThat(base.run(all).status()).as(command).isNotZero();
      assertThat(none).as(command).isEmptyDirectory();
    }
  }

  @Test
  void aFileThatIsNotThereIsNamedOnce() throws Exception {
    String[][] commands = {
      {"verify", "gone", "--key", "0123456789ABCDEF0123456789ABCDEF01234567"}, {"open", "gone"},
    };
    for (String[] command : commands) {
      assertThat(base.run(command).text())
          .startsWith("cresset: can't read ROOT/gone: there is no such file");
    }
  }

  @Test
  void aKeyThatIsNamedOnTheCommandLineIsNotSoughtInTheSettings() throws Exception {
    KnowledgeBase.Said said =
        base.run("keys", "revoke", "0123456789ABCDEF0123456789ABCDEF01234567");
    assertThat(said.text())
        .isEqualTo(
            "cresset: the key 0123456789ABCDEF0123456789ABCDEF01234567 is not in"
                + " ROOT/.cresset/keys\n"
                + "help: cresset keys list shows those that are");
    assertThat(said.status()).isEqualTo(4);
  }
}
