package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.InProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A team whose keys have a passphrase, and commands at a time of its life. */
abstract class KeyedTeam {
  static final String TEXT = "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt";
  static final String SETTINGS =
      """
      team: {name: Harbour CSIRT, email: csirt@example.org}
      site: {url: https://csirt.example.org/}
      editions:
        public: {readers: anyone}
      """;

  @TempDir Path dir;
  GitFixture git;
  Path root;

  @BeforeEach
  void begin() throws Exception {
    root = Files.createDirectories(dir.resolve("base"));
    git = GitFixture.init(root);
    git.write(".gitignore", "/.cresset/\n/site/\n");
    git.write("content/cresset.yaml", SETTINGS);
    git.write(
        "content/advisories/2026/csa-2026-k7f3.md",
        """
        ---
        title: "Recommended text of login banners"
        classification: public
        status: final
        category: csaf_informational_advisory
        version: 1
        initial_release_date: 2026-01-02T00:30Z
        revision_history: [{number: 1, date: 2026-01-02T00:30Z, summary: First release}]
        action: "Show a banner before login."
        references: [{summary: Why banners, url: "https://example.org/banners"}]
        ---
        ## Description

        A patch cannot stop an intruder who has a password.
        """);
    git.commit("First");
  }

  record Said(int status, String out) {}

  /** Runs a command at a time, with the passphrase on a file descriptor. */
  Said at(String time, String... arguments) throws IOException {
    return answering("", time, arguments);
  }

  Said answering(String answers, String time, String... arguments) throws IOException {
    Path file = Files.writeString(dir.resolve("passphrase"), "correct horse\n");
    try (FileInputStream open = new FileInputStream(file.toFile())) {
      assertThat(open.getFD().valid()).isTrue();
      Map<String, String> environment = Map.of("CRESSET_KEY_PASSPHRASE_FD", descriptor(file));
      InProcess.Said said =
          new InProcess(root, Instant.parse(time), environment, answers).run(arguments);
      return new Said(said.status(), said.text());
    }
  }

  static String descriptor(Path file) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(
              fd -> {
                try {
                  return Files.isSameFile(fd, file);
                } catch (IOException e) {
                  return false;
                }
              })
          .map(fd -> fd.getFileName().toString())
          .findFirst()
          .orElseThrow();
    }
  }

  String done(String time, String... arguments) throws IOException {
    Said said = at(time, arguments);
    assertThat(said.status()).as(said.out()).isZero();
    return said.out();
  }

  String site(String path) throws IOException {
    return Files.readString(root.resolve("site/public").resolve(path));
  }

  Path served(String path) {
    return root.resolve("site/public").resolve(path);
  }

  Said verify(String time, Path key) throws IOException {
    return at(time, "verify", "site/public", "--key", key.toString());
  }

  static String page(String classification) {
    String only = classification.equals("private") ? "only: []\n" : "";
    return "---\ntitle: Plan\nclassification: "
        + classification
        + "\n"
        + only
        + "---\nWhat we do.\n";
  }
}
