package org.cresset.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.seal.Gpg;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.InProcess;
import org.cresset.testkit.Trees;

/**
 * A small knowledge base with a vault and two members, and an encrypted source.
 *
 * @param root where it lies
 */
record SealedBase(Path root) {
  static final String SECRET = "zebrafish quartz xylophone marmalade";
  private static final String HIGHLY_SENSITIVE =
      """
      ---
      title: The %s operator
      classification: highly-sensitive
      only: [ridge-cert]
      ---
      The %s operator is still on the network.
      """
          .formatted(SECRET, SECRET);

  /** Both members have keys; only the partner may read the encrypted page. */
  static SealedBase of(Path root, Gpg ridge, Gpg vendor) throws IOException {
    SealedBase base = new SealedBase(root);
    Files.createDirectories(root);
    GitFixture git = GitFixture.init(root);
    git.write(".gitignore", "/.cresset/\n/site/\n")
        .write(
            "content/cresset.yaml",
            """
            team: {name: Harbour CSIRT, email: csirt@example.org}
            site: {url: https://csirt.example.org/}
            editions:
              public: {readers: anyone}
              vault: {readers: team, sealed: true}
              partners: {readers: each partner, sealed: true}
              vendors: {readers: each vendor, sealed: true}
            """)
        .write("content/constituents/ridge-cert.yaml", member("Ridge CERT", "partner", ridge))
        .write("content/constituents/mailwright.yaml", member("Mailwright", "vendor", vendor))
        .write("content/keys/contacts/ridge-cert.asc", ridge.must("--armor", "--export"))
        .write("content/keys/contacts/mailwright.asc", vendor.must("--armor", "--export"))
        .write("content/pages/about.md", page("About us", "public", "We answer day and night."))
        .write(
            "content/pages/all.md", page("To partners", "sensitive\nonly: ['@partners']", "Hello."))
        .write("content/pages/operator.md", HIGHLY_SENSITIVE);
    assertThat(base.run("build", "--worktree", "--edition", "public").status()).isZero();
    Said encrypted = base.run("encrypt", "content/pages/operator.md", "--remove");
    assertThat(encrypted.status()).as(encrypted.out()).isZero();
    assertThat(encrypted.out()).contains("desk@ridge.example.org").contains("csirt@example.org");
    git.commit("Start");
    return base;
  }

  private static String member(String name, String type, Gpg key) {
    return """
    name: %s
    type: %s
    verified_on: 2026-09-01
    contacts:
      - {name: desk, email: desk@example.org, openpgp: %s}
      - {name: lead, email: lead@example.org}
    """
        .formatted(name, type, key.fingerprint());
  }

  private static String page(String title, String classification, String text) {
    return "---\ntitle: " + title + "\nclassification: " + classification + "\n---\n" + text + "\n";
  }

  record Said(int status, String out) {}

  Said run(String... arguments) {
    InProcess.Said said = new InProcess(root, Instant.parse("2026-10-09T04:00:00Z")).run(arguments);
    return new Said(said.status(), said.text());
  }

  /** Sealed files by edition, as a build's own report names them. */
  Path file(Said built, String edition) {
    String line =
        built.out().lines().filter(l -> l.startsWith(edition + ": ")).findFirst().orElseThrow();
    return root.resolve(line.substring(line.indexOf(" in ") + 4));
  }

  SealedBase copy(Path to) {
    return new SealedBase(Trees.copy(root, to));
  }

  /** Every file here that holds the text plainly. */
  static List<Path> holding(Path folder, String text) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(f -> contains(f, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
