package org.cresset.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.cresset.cli.Cli;
import org.cresset.cli.Surroundings;

/**
 * A small knowledge base under Git that was published a few times by the real command line, and one
 * commit that is not published yet.
 *
 * @param root where it lies
 */
public record KnowledgeBase(Path root) {
  public static final List<String> EDITIONS = List.of("public", "staff");
  public static final String SITE = "https://csirt.example.org/";

  /** When the next release is made, in all tests. */
  public static final String NEXT = "2026-10-09T04:00:00Z";

  private static final String SETTINGS =
      """
      team:
        name: Harbour CSIRT
        email: csirt@example.org
      site:
        url: https://csirt.example.org/
      editions:
        public: {readers: anyone}
        staff: {readers: team}
      release: {valid_for: 3650d}
      """;

  /** Three releases of each edition, and a commit to come. */
  public static KnowledgeBase published(Path root) {
    try {
      Files.createDirectories(root);
      GitFixture git = GitFixture.init(root);
      git.write(".gitignore", "/.cresset/\n/site/\n").write("content/cresset.yaml", SETTINGS);
      for (String term : List.of("incident", "advisory", "patch", "workaround")) {
        git.write("content/glossary/" + term + ".md", term(term));
      }
      git.write("content/pages/about.md", page("About us", "We help with any incident."));
      git.write("content/pages/faq.md", page("Questions", "See [about us](about.md)."));
      git.write("content/reports/2026/4417093826.md", report());
      KnowledgeBase made = new KnowledgeBase(root);
      for (int n = 1; n <= 3; n++) {
        made.change(git, n);
        Tool.Result built = made.cresset().run("build", "--as-of", "2026-10-0" + n + "T04:00:00Z");
        assertThat(built.status()).as(built.out() + built.err()).isZero();
      }
      Files.copy(made.site().resolve("public/keys/team.asc"), made.key());
      made.change(git, 4);
      return made;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Each release has a new advisory, a changed one, a changed page; one page comes and goes. */
  private void change(GitFixture git, int n) throws IOException {
    git.write("content/advisories/2026/csa-2026-k7f" + n + ".md", advisory(n));
    git.write("content/pages/news.md", page("News", "Part " + n + " of the exercise."));
    git.write("content/reports/2026/705291836" + n + ".md", report());
    if (n % 2 == 1) {
      git.write("content/glossary/probe.md", term("probe"));
    } else {
      Files.delete(root.resolve("content/glossary/probe.md"));
    }
    git.commit("State " + n);
  }

  private static String term(String term) {
    return "---\nterm: " + term + "\nclassification: public\n---\nWhat we call " + term + ".\n";
  }

  private static String page(String title, String text) {
    return "---\ntitle: " + title + "\nclassification: public\n---\n" + text + "\n";
  }

  private static String advisory(int n) {
    return """
    ---
    title: "Recommended text of login banners, part %d"
    classification: public
    status: final
    category: csaf_base
    version: 1
    initial_release_date: 2026-09-1%dT00:30Z
    revision_history: [{number: 1, date: 2026-09-1%dT00:30Z, summary: First release}]
    action: "Show a banner before login."
    ---
    ## Description

    A patch cannot stop an intruder who has a password.
    """
        .formatted(n, n, n);
  }

  private static String report() {
    return """
    ---
    title: Probes from one network
    classification: private
    only: []
    status: draft
    ---
    Notes for the desk.
    """;
  }

  public Path site() {
    return root.resolve("site");
  }

  /** The commands in this knowledge base. */
  public Cresset cresset() {
    return Cresset.in(root);
  }

  /** Publishes the last commit. */
  public Tool.Result build() {
    return build(cresset());
  }

  /** The same in other surroundings. */
  public Tool.Result build(Cresset cresset) {
    return cresset.run("build", "--as-of", NEXT);
  }

  /** A second one, equal in everything. */
  public KnowledgeBase copy(Path to) {
    return new KnowledgeBase(Trees.copy(root, to));
  }

  /** Asserts that readers accept what is served, and that each history is whole. */
  public void assertGenuine() {
    for (String edition : EDITIONS) {
      Path tree = site().resolve(edition);
      if (Files.exists(tree)) {
        String key = key().toString();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status =
            inHere(said)
                .run(
                    "verify",
                    tree.toString(),
                    "--key",
                    key,
                    "--expect-site",
                    SITE,
                    "--expect-edition",
                    edition);
        assertThat(status).as("%s: %s", edition, said).isZero();
        if (Tool.GPG.find() != null) {
          String script = tree.resolve("verify/verify.sh").toString();
          Tool.Result stock =
              Tool.run(root, Map.of(), List.of("sh", script, tree.toString(), key, SITE, edition));
          assertThat(stock.status()).as("%s: %s", edition, stock.out()).isZero();
        }
      }
      assertHistoryIsWhole(edition);
    }
  }

  private Cli inHere(ByteArrayOutputStream said) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Cli(
        new Surroundings(
            InputStream.nullInputStream(), out, out, Map.of(), Clock.systemUTC(), root, false));
  }

  private void assertHistoryIsWhole(String edition) {
    Path history = site().resolve(edition + ".git");
    if (Files.exists(history.resolve("HEAD"))) {
      Tool.Result whole =
          Tool.run(
              root,
              Map.of("GIT_CONFIG_GLOBAL", "/dev/null"),
              List.of(
                  "git", "-c", "safe.directory=*", "-C", history.toString(), "fsck", "--strict"));
      assertThat(whole.status()).as("%s: %s%s", edition, whole.out(), whole.err()).isZero();
    }
  }

  /** The public key that signs, got once over another channel. */
  public Path key() {
    return root.resolve(".cresset/team.asc");
  }
}
