package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed from version to version, made of what each edition showed of each version. */
class DifferencesTest {
  private static final Pattern CHANGED =
      Pattern.compile("<details class=\"changed\".*?</details>", Pattern.DOTALL);

  @TempDir Path root;
  private Base base;
  private int day = 1;
  private String settings =
      "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\n"
          + "editions: {public: {readers: anyone}, staff: {readers: team}}\n";
  private String title = "Mail gateway";

  @BeforeEach
  void settings() throws Exception {
    base = new Base(root);
    base.run("git", "init", "-q", "-b", "main");
    settings("");
  }

  @Test
  void wordsAndValuesAreCompared() throws Exception {
    version(1, "severity: high", "Block the port at the border.");
    buildBoth();
    assertThat(changed("public")).isEmpty();
    version(2, "severity: critical", "Block the port at the border and inside.\n\nLook for files.");
    buildBoth();
    assertThat(changed("public"))
        .contains("What changed from version 1 to 2: 1 fact, 2 passages")
        .contains("<dt>Severity</dt>", "removed: </span>high</del>", "added: </span>critical</ins>")
        .contains("at the <del><span class=\"spoken\">removed: </span>border.</del>")
        .contains("added: </span>border and inside.</ins>", "added: </span>Look for files.</ins>");
    assertThat(changed("staff")).isEqualTo(changed("public"));
  }

  @Test
  void eachEditionComparesWhatItShowed() throws Exception {
    String alpha = "The first address of the attacker is 203.0.113.9 as far as we know.";
    String beta = "Someone inside the house opened the door for them on the second night.";
    version(1, "", "Open.\n\n::: private\n" + alpha + "\n:::\n\n::: private\n" + beta + "\n:::");
    buildBoth();
    version(2, "", "Open.\n\n" + alpha + "\n\n::: private\nOther words of the team alone.\n:::");
    buildBoth();
    assertThat(changed("public"))
        .contains("1 passage", "added: </span>" + alpha + "</ins>")
        .doesNotContain("house", "gone", "Other words");
    assertThat(changed("staff"))
        .contains("[13 words removed]", "added: </span>Other words of the team alone.")
        .doesNotContain(alpha);
  }

  @Test
  void aPassageThatWasTakenBackIsNotPrintedAgain() throws Exception {
    String told = "The second address of the attacker is 203.0.113.9 and it was seen at noon.";
    version(1, "", "Open.\n\n" + told + "\n\n- 198.51.100.7\n- 198.51.100.8");
    build();
    version(
        2,
        "",
        "Open.\n\n::: private\n"
            + told
            + "\n:::\n\n::: private\n- 198.51.100.7\n:::\n- 198.51.100.8");
    Base.Said fenced = build();
    assertThat(fenced.status()).as(fenced.err()).isZero();
    String difference = changed("public");
    assertThat(difference)
        .contains("[14 words removed]", "[1 word removed]")
        .doesNotContain("203.0.113.9", "198.51.100.7");
    assertThat(Files.readString(root.resolve("site/public/versions.txt"))).hasLineCount(2);
  }

  @Test
  void wordsThatWereReplacedAndNowStandInAFenceStopNothing() throws Exception {
    String told = "The second address of the attacker is 203.0.113.9 and it was seen at noon.";
    version(1, "", told);
    build();
    version(
        2, "", told.replace("203.0.113.9", "known to us") + "\n\n::: private\n" + told + "\n:::");
    Base.Said said = build();
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(changed("public")).contains("removed: </span>203.0.113.9</del>");
  }

  @Test
  void aFormerTitleThatIsNowThatOfAWithheldDocumentStopsNothing() throws Exception {
    title = "Gateway of Frobnix";
    version(1, "", "Open.");
    build();
    title = "Gateway of a vendor";
    write(
        "pages/secret.md",
        "---\ntitle: Frobnix\nclassification: private\nonly: []\n---\nFor us alone.\n");
    version(2, "", "Open.");
    Base.Said said = build();
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(changed("public")).contains("removed: </span>Frobnix</del>");
  }

  @Test
  void aValueThatWasNeverReleasedIsInNoDifference() throws Exception {
    String products = "products: [{vendor: A, product_name: Gate, affected: ['<2'], fixed: ['2']";
    String action =
        "severity: high\nexploitation: active\nsolutions: [{workaround: Wait., impact: None.}]\n";
    version(1, action + products + "}]", "Open.");
    build();
    version(1, action + products + ", under_investigation: ['7.77']}]", "Open.");
    version(2, action + products + "}]", "Open, at last.");
    Base.Said said = build();
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(changed("public")).contains("at last").doesNotContain("7.77");
  }

  @Test
  void whatWasCommittedButNeverReleasedIsInNoDifference() throws Exception {
    version(1, "", "Open words.");
    build();
    version(2, "", "Open words with a slip.");
    version(3, "", "Open words with care.");
    build();
    assertThat(changed("public"))
        .contains("from version 1 to 3", "with care.")
        .doesNotContain("slip");

    settings("release: {versions: committed}\n");
    commit();
    build();
    assertThat(changed("public")).contains("from version 2 to 3", "from version 1 to 2", "slip");
  }

  @Test
  void aVersionThatWasPrivateIsInNoDifferenceEvenIfCommittedOnesCount() throws Exception {
    settings("release: {versions: committed}\n");
    version(1, "only: []", "For us alone.");
    version(2, "", "For us no longer alone.");
    version(3, "", "For all.");
    buildBoth();
    assertThat(changed("public")).contains("from version 2 to 3").doesNotContain("version 1");
    assertThat(changed("staff")).contains("from version 2 to 3", "from version 1 to 2");
  }

  @Test
  void whatAnEditionShowedStaysWithItsReaders() throws Exception {
    version(1, "", "Open.\n\n::: private\nThe slip was here.\n:::");
    buildBoth();
    settings = settings.replace("readers: team", "readers: anyone");
    settings("");
    commit();
    Base.Said said = base.cresset("build", "--as-of", asOf());
    assertThat(said.status()).as(said.out()).isEqualTo(2);
    assertThat(said.err())
        .contains("the edition staff is for anyone now, but its releases so far were for the team");
    assertThat(build().status()).isZero();

    settings = settings.replace("staff: ", "press: ");
    settings("");
    commit();
    assertThat(base.cresset("build", "--as-of", asOf()).status()).isZero();
    assertThat(Files.readString(root.resolve("site/press/versions.txt")))
        .isEqualTo(Files.readString(root.resolve("site/public/versions.txt")));
  }

  @Test
  void aBuildGoesOnWhereTheLastReleasesCommitIsGone() throws Exception {
    version(1, "", "Open.");
    buildBoth();
    version(2, "", "Open, at last.");
    buildBoth();
    base.run("git", "reset", "-q", "--hard", "HEAD~1");
    base.run("git", "reflog", "expire", "--expire=now", "--all");
    base.run("git", "gc", "-q", "--prune=now");
    Base.Said said = base.cresset("build", "--as-of", asOf());
    assertThat(said.status()).as(said.out() + said.err()).isZero();

    Path record = root.resolve("site/.releases/staff/3.json");
    assertThat(record).content().contains("\"readers\" : \"the team\"");
    record = root.resolve("site/.releases/public/3.json");
    Files.writeString(
        record,
        Files.readString(record)
            .replace("\"readers\" : \"anyone\"", "\"x\" : \"\"")
            .replaceAll("\"commit\" : \"....", "\"commit\" : \"0000"));
    said = base.cresset("build", "--as-of", asOf());
    assertThat(said.status()).as(said.err()).isEqualTo(5);
    assertThat(said.err())
        .contains("nothing says who release 3 of the edition public was for: its settings were in")
        .contains(
            "help: git fetch that commit; or add \"readers\" to site/.releases/public/3.json");
  }

  @Test
  void withoutGitOrRecordNothingGoesToOtherReaders() throws Exception {
    version(1, "", "Open.\n\n::: private\nThe slip was here.\n:::");
    Trees.remove(root.resolve(".git"));
    buildBoth();
    settings =
        "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\n"
            + "editions: {public: {readers: team}, staff: {readers: anyone}}\n";
    settings("");
    String to = root.resolve("www").toString();
    for (String command : java.util.List.of("build", "publish --to " + to)) {
      Base.Said said = base.cresset((command + " --as-of " + asOf()).split(" "));
      assertThat(said.status()).as(said.out() + said.err()).isEqualTo(2);
      assertThat(said.err()).contains("but its releases so far were for");
    }
    for (String edition : java.util.List.of("public", "staff")) {
      Files.delete(root.resolve("site/.releases/" + edition + "/1.json"));
    }
    for (String command : java.util.List.of("build", "publish --to " + to)) {
      Base.Said said = base.cresset((command + " --as-of " + asOf()).split(" "));
      assertThat(said.status()).as(said.out() + said.err()).isEqualTo(5);
      assertThat(said.err()).contains("nothing says who release 1 of the edition");
    }
    assertThat(root.resolve("www")).doesNotExist();
  }

  @Test
  void aMovedFileGivesTheSamePageWithAndWithoutCaches() throws Exception {
    version(1, "", "Open words.");
    build();
    version(2, "", "Open words, and more.");
    build();
    assertThat(changed("public")).contains("and more");
    Files.createDirectories(root.resolve("content/advisories/2026"));
    base.run("git", "mv", "content/advisories/k7f3.md", "content/advisories/2026/k7f3.md");
    commit();
    build();
    Trees.remove(root.resolve(".cresset/cache"));
    assertThat(build().out()).contains("unchanged");
  }

  @Test
  void afterForgettingDifferencesStartAnew() throws Exception {
    version(1, "", "The slip was here.");
    build();
    version(2, "", "The words were here.");
    build();
    assertThat(changed("public")).contains("slip");
    base.cresset("forget", "--edition", "public", "--reason", "a slip", "--as-of", asOf());
    build();
    assertThat(changed("public")).isEmpty();
    assertThat(Files.readString(root.resolve("site/public/versions.txt"))).hasLineCount(1);
    version(3, "", "The words were there.");
    build();
    assertThat(changed("public")).contains("from version 2 to 3").doesNotContain("slip");
  }

  @Test
  void aRevisionOfTheDemonstrationIsCompared() throws Exception {
    Path home = Path.of(System.getProperty("cresset.home", "..")).toAbsolutePath();
    Trees.remove(root.resolve("content"));
    Trees.copy(home.resolve("content"), root.resolve("content"));
    commit();
    String[] arguments = {"build", "--edition", "public", "--as-of", "2026-11-22T06:03:00Z"};
    Base.Said first = base.cresset(arguments);
    assertThat(first.status()).as(first.out() + first.err()).isZero();
    Path file = root.resolve("content/advisories/2026/csa-2026-k7f3.md");
    base.cresset("revise", "csa-2026-k7f3", "The hole is used less.", "--as-of", arguments[4]);
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace("exploitation: widespread", "exploitation: active")
            .replace("Attackers have used this since", "Attackers are known to use this since"));
    commit();
    Base.Said said = base.cresset(arguments);
    assertThat(said.status()).as(said.out()).isZero();
    String page =
        Files.readString(root.resolve("site/public/advisories/2026/csa-2026-k7f3/index.html"));
    assertThat(page)
        .contains("<dt>Exploitation</dt>", "added: </span>exploited now</ins>")
        .contains("Attackers <del><span class=\"spoken\">removed: </span>have used</del>")
        .contains("added: </span>are known to use</ins> this since");
  }

  private Base.Said build() {
    return base.cresset("build", "--edition", "public", "--as-of", asOf());
  }

  private void buildBoth() {
    base.cresset("build", "--as-of", asOf());
  }

  private String asOf() {
    return "2026-10-" + (day + 10) + "T00:00:00Z";
  }

  private String changed(String edition) throws Exception {
    Path page = root.resolve("site/" + edition + "/advisories/2026/k7f3/index.html");
    StringBuilder all = new StringBuilder();
    CHANGED
        .matcher(Files.readString(page))
        .results()
        .forEach(m -> all.append(m.group()).append('\n'));
    return all.toString();
  }

  private void settings(String more) throws Exception {
    write("cresset.yaml", settings + more);
  }

  /** Commits a version; with {@code only} it is private. */
  private void version(int number, String key, String body) throws Exception {
    StringBuilder history = new StringBuilder();
    for (int i = 1; i <= number; i++) {
      history.append("  - {number: ").append(i).append(", date: 2026-10-0").append(i);
      history.append("T00:00Z, summary: A change}\n");
    }
    write(
        "advisories/k7f3.md",
        "---\ntitle: "
            + title
            + "\nclassification: "
            + (key.startsWith("only") ? "private\n" : "public\n")
            + "status: final\naction: Block it.\ncategory: csaf_base\nversion: "
            + number
            + "\nrevision_history:\n"
            + history
            + key
            + "\n---\n"
            + body
            + "\n");
    commit();
  }

  private void commit() {
    day++;
    base.run("git", "add", "content");
    String[] git = {"git", "-c", "user.name=duty", "-c", "user.email=duty@example.org"};
    java.util.List<String> all = new java.util.ArrayList<>(java.util.List.of(git));
    all.addAll(
        java.util.List.of(
            "commit",
            "-q",
            "-m",
            "x\n\nDeclassified-By: duty",
            "--date",
            "2026-10-0" + day + "T00:00:00Z"));
    base.run(all.toArray(String[]::new));
  }

  private void write(String path, String text) throws Exception {
    base.files(new TreeMap<>(Map.of("content/" + path, text.getBytes(StandardCharsets.UTF_8))));
  }
}
