package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.cresset.document.LibraryReader;
import org.cresset.document.Past;
import org.cresset.edition.Version;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;
import org.cresset.source.Sources;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.Tool;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document in which nothing was found is looked at again when anything of it is another. */
class PassedTest {
  private static final String PAGE = "content/pages/lessons/index.md";

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
    page("Tidewater College was hit.");
    base.write("content/pages/lessons/hosts.txt", "first\n192.0.2.131\n");
    assertThat(check()).isEqualTo("no problems");
  }

  private String check(String... options) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(options));
    return base.run(arguments.toArray(String[]::new)).text();
  }

  private void page(String body) throws Exception {
    base.write(
        PAGE,
        "---\ntitle: Lessons\nclassification: public\nattachments: [{file: hosts.txt}]\n---\n"
            + body
            + "\n");
  }

  private void northgate(String register) throws Exception {
    base.write("content/constituents/northgate.yaml", register);
  }

  @Test
  void theRegisterIsAnother() throws Exception {
    northgate("name: Tidewater College\n");
    assertThat(check()).contains(PAGE + ":6:1: error[disclosure-name]");
    northgate("name: Northgate University\naddress_ranges: [192.0.2.128/26]\n");
    assertThat(check())
        .contains("hosts.txt:2:1: error[disclosure-host]")
        .doesNotContain("disclosure-name");
  }

  @Test
  void anAttachmentOrTheTextIsAnother() throws Exception {
    base.write("content/pages/lessons/hosts.txt", "Northgate University\n");
    assertThat(check()).contains("hosts.txt:1:1: error[disclosure-name]").endsWith("1 error");
    page("Northgate University was hit.");
    assertThat(check()).contains(PAGE + ":6:1: error[disclosure-name]").endsWith("2 errors");
  }

  @Test
  void whatWasFineOnlyByAPermissionIsLookedAtOnAnotherDay() throws Exception {
    base.write(
        "content/reports/4711830260.md",
        """
        ---
        title: Case
        classification: private
        only: [kelpie]
        status: open
        severity: low
        controller: dm
        permissions:
          - {constituent: northgate, what: its name, to: kelpie, granted_by: head, on: 2026-09-01, until: 2026-12-31}
        ---
        ## Chronology
        - 2026-10-03T02:14Z observation: Northgate University was attacked
        """);
    assertThat(check()).isEqualTo("no problems");
    assertThat(check("--as-of", "2027-02-01T00:00:00Z")).contains("error[disclosure-name]");
  }

  @Test
  void anEarlierStateIsAnother() throws Exception {
    Tool.GIT.require();
    base.write(".gitignore", "/.cresset/\n");
    policy("Backups are encrypted.\n\n::: private\nBy hand.\n:::");
    policy("Backups are encrypted.\n\n::: private\nBy night.\n:::");
    assertThat(check()).isEqualTo("no problems");
    Path cache = base.root().resolve(".cresset/cache/passed-" + Version.current());
    byte[] noted = Files.readAllBytes(cache);
    policy("Backups are checked.");
    assertThat(check()).contains("error[version-unchanged]", "'Backups are encrypted.' became");
    Files.write(cache, noted);
    policy("Backups are encrypted.\n\n::: private\nBy night.\n:::");
    assertThat(check()).contains("error[version-unchanged]", "'Backups are checked.' became");
  }

  private void policy(String body) throws Exception {
    base.write(
        "content/policies/backup.md",
        """
        ---
        title: Backups
        classification: public
        status: approved
        approved_by: Head of the team
        approved_on: 2026-03-02
        effective_from: 2026-04-01
        review_on: 2027-04-01
        ---
        """
            + body
            + "\n");
    GitFixture.init(base.root()).commit("step");
  }

  @Test
  void nothingIsLookedAtTwice() {
    Noting first = new Noting(new ConcurrentSkipListSet<>());
    check(first, tree());
    assertThat(first.added()).isNotEmpty();
    Noting second = new Noting(first.added());
    check(second, tree());
    assertThat(second.added()).isEmpty();
  }

  @Test
  void nothingIsNotedOfWhatIsEncrypted() {
    SourceTree tree = tree();
    SortedMap<String, SourceFile> files = new TreeMap<>(tree.files());
    files.replaceAll((path, f) ->
        path.endsWith(".md")
            ? new SourceFile(path, f.shown() + ".asc", f.blob(), f.size(), f.bytes())
            : f);
    Noting noting = new Noting(new ConcurrentSkipListSet<>());
    check(noting, new SourceTree(Optional.empty(), tree.prefix(), files, List.of(), List.of()));
    assertThat(noting.added()).isEmpty();
  }

  private SourceTree tree() {
    try (Sources sources = Sources.open(base.root(), base.root().resolve("content"))) {
      return sources.files();
    }
  }

  private static void check(Passed passed, SourceTree tree) {
    Checks.run(
        LibraryReader.read(tree),
        Past.none(),
        new Markdown(),
        KnowledgeBase.NOW,
        List.of(),
        false,
        passed);
  }

  /** Knows what an earlier run added. */
  private record Noting(SortedSet<String> known, SortedSet<String> added) implements Passed {
    Noting(SortedSet<String> known) {
      this(known, new ConcurrentSkipListSet<>());
    }

    @Override
    public boolean contains(String inputs) {
      return known.contains(inputs);
    }

    @Override
    public void add(String inputs) {
      added.add(inputs);
    }
  }
}
