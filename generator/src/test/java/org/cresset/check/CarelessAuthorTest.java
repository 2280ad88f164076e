package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips that would be lost, or tell more than was meant, if nobody noticed. */
class CarelessAuthorTest {
  private static final String SETTINGS =
      """
      team: {name: Example CSIRT, email: %s}
      site: {url: "https://csirt.example.org/"}
      %s
      """;

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
  }

  private String check() {
    return base.run("check").text();
  }

  private String page(String front, String body) throws Exception {
    base.write("content/pages/a.md", "---\nclassification: public\n" + front + "\n---\n" + body);
    return check();
  }

  @Test
  void aCharacterThatYamlRefusesIsPointedAt() throws Exception {
    assertThat(page("title: A\nsummary: \007b", ""))
        .startsWith("content/pages/a.md:4:10: error[yaml-invalid]: the character <U+0007>");
  }

  @Test
  void groupsAndStarsInBracketsAreQuoted() throws Exception {
    base.write(
        "content/pages/a.md",
        "---\ntitle: A\nclassification: sensitive\nonly: [@partners, northgate]\n---\n");
    assertThat(check())
        .startsWith("content/pages/a.md:4:8: error[yaml-unquoted]")
        .contains("write: only: [\"@partners\", northgate]");
    base.run("check", "--fix");
    assertThat(check()).isEqualTo("no problems");
  }

  @Test
  void blanksAfterTheDashesAreNamed() throws Exception {
    base.write("content/pages/a.md", "--- \ntitle: A\nclassification: public\n---\n");
    assertThat(check()).startsWith("content/pages/a.md:1:1: error[front-matter-missing]: --- with");
    base.write("content/pages/a.md", "---\ntitle: A\nclassification: public\n---\t\nText.\n");
    assertThat(check()).startsWith("content/pages/a.md:4:1: error[front-matter-unclosed]: --- wit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "::: private northgate kelpie;x;::: | error[only-too-wide]: a private passage for northg",
        "::: private @constituents;x;::: | error[only-too-wide]: a private passage for @constituen",
        ":: sensitive northgate;x;:: | error[fence-malformed]: ':: sensitive northgate', expected",
        "- ::: sensitive northgate;  x | error[fence-malformed]: '- ::: sensitive northgate', exp",
        "::: sensitive northgate;See [The  Plan].;:::;;::: private;[the plan]: https://example.org/;:::"
            + " | error[fence-definition]: the definition of [the plan] inside a fence",
      })
  void passagesThatWouldBeReadByOthers(String body, String found) throws Exception {
    assertThat(page("title: A", body.replace(';', '\n') + "\n"))
        .startsWith("content/pages/a.md:")
        .contains(found)
        .endsWith("1 error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```;  ::private;  :: sensitive data;```",
        "~~~~ `c`;:: sensitive northgate;~~~;~~~~~",
        "- ::: sensitive data is fenced like this"
      })
  void codeAndSentencesAreNoFences(String body) throws Exception {
    assertThat(page("title: A", body.replace(';', '\n') + "\n")).isEqualTo("no problems");
    assertThat(page("title: A", body.replace(';', '\n') + "\n\n```\n:: sensitive nortgate\nx\n"))
        .contains("error[fence-malformed]: ':: sensitive nortgate'")
        .endsWith("1 error");
  }

  @Test
  void blanksAtAClosingFenceAreNamed() throws Exception {
    assertThat(page("title: A", "::: sensitive\nx\n::: \n"))
        .contains("a.md:7:1: error[fence-malformed]: a closing ::: with blanks after it");
  }

  @Test
  void aSolutionSaysOneThing() throws Exception {
    String advisory =
        """
        ---
        title: Gateway
        classification: public
        status: final
        action: Install 2.
        severity: high
        exploitation: active
        products: [{product_name: Gateway, affected: "<2", fixed: "2"}]
        solutions: [{%s, impact: One restart.}]
        ---
        """;
    base.write(
        "content/advisories/a.md", advisory.formatted("category: workaround, workaround: x"));
    assertThat(check()).isEqualTo("no problems");
    base.write("content/advisories/a.md", advisory.formatted("workaround: x, mitigation: y"));
    assertThat(check()).contains("'mitigation' beside 'workaround' in one solution");
    base.write(
        "content/advisories/a.md", advisory.formatted("category: vendor_fix, workaround: x"));
    assertThat(check()).contains("'workaround' beside 'category: vendor_fix' in one solution");
  }

  @Test
  void linksThatSomeReadersCouldNotFollow() throws Exception {
    base.write("content/pages/a/o.txt", "x");
    base.write("content/pages/s_x.md", "---\ntitle: S\nclassification: private\nonly: []\n---\n");
    base.write(
        "content/pages/a/index.md",
        """
        ---
        title: A
        classification: public
        attachments: [{file: o.txt, classification: private, only: []}]
        ---
        [one](o.txt)
        [two](../s%5fx.md)
        [three](..&sol;s_x.md)
        [four](DOC:s_x)
        """);
    assertThat(check())
        .contains("index.md:6:7: error[link-across-wall]: a link from a public text to 'o.txt'")
        .contains("note: see also content/pages/a/index.md:4:22")
        .contains("index.md:7:7: error[link-across-wall]", "index.md:8:9: error[link-across-wall]")
        .contains("index.md:9:8: error[link-dangling]")
        .endsWith("4 errors");
  }

  @Test
  void whatIsNamedAsEncryptedIsEncrypted() throws Exception {
    base.write("content/reports/a.md.asc", "---\ntitle: A\n---\n");
    assertThat(check())
        .startsWith("content/reports/a.md.asc: error[highly-sensitive-plain]: a file that is nam");
  }

  @Test
  void secretKeysAreRefusedWhereverTheyLie() throws Exception {
    for (String folder : new String[] {"team", "authors", "contacts"}) {
      base.write(
          "content/keys/" + folder + "/x.asc", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQ==\n");
    }
    assertThat(check()).contains("error[register-key]: a secret key").endsWith("3 errors");
    base.write("content/keys/team/x.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nlQ==\n");
    assertThat(check()).contains("a file that is not one public key").endsWith("3 errors");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csirt at example | groups: {} | email is 'csirt at example', expected a mail address",
        "a@example.org | editions: {Staff: {readers: team}} | an edition named 'Staff', expected",
        "a@example.org | triage: {7: {contact: 1h, update: 1d}} | expected one of 1, 2, 3, 4, 5",
      })
  void settingsThatNothingCouldBeBuiltWith(String email, String more, String found)
      throws Exception {
    base.write("content/cresset.yaml", SETTINGS.formatted(email, more));
    KnowledgeBase.Said built = base.run("build", "--worktree");
    assertThat(built.text()).contains(found);
    assertThat(built.status()).isEqualTo(1);
  }

  @Test
  void approvalsThatNothingEnforcesAreToldOf() throws Exception {
    String approvals = "approvals: [{paths: 'advisories/**', persons: 2}]";
    base.write("content/cresset.yaml", SETTINGS.formatted("a@example.org", approvals));
    assertThat(check())
        .startsWith("content/cresset.yaml:3:12: warning[value-invalid]: approvals, which this")
        .endsWith("1 warning");
  }

  @Test
  void aReportContradictsItselfNowhere() throws Exception {
    base.write(
        "content/reports/a.md",
        """
        ---
        title: A
        classification: private
        only: [team]
        status: open
        severity: low
        controller: dm
        priority: 1
        triage: {priority: 3}
        evidence: [{item: A disk, custody: [{from: dm, to: kt}]}]
        ---
        ## Chronology
        - 2026-10-03T02:14Z hearsay (): mail queue at 40,000
        1. 2026-10-03T02:20Z action: called the site
        - 2026-10-03T02:30Z handover dm to kt
        """);
    assertThat(check())
        .contains("help: leave it out: the team reads everything")
        .contains("a.md:8:11: error[value-invalid]: priority 1, but another one in triage")
        .contains("a.md:10:37: error[key-missing]: no 'at'")
        .contains("a.md:13:3: error[hearsay-source]", "a.md:14:3: error[chronology-line]")
        .contains("a.md:15:3: warning[report-handover]: a handover that does not say from whom")
        .endsWith("5 errors, 1 warning");
  }

  @Test
  void whatIsWrongInAListIsShownThere() throws Exception {
    base.write(
        "content/advisories/a.md",
        """
        ---
        title: Gateway
        classification: public
        status: final
        action: Install 2.
        severity: high
        exploitation: active
        products:
          - product_name: Gateway
            affected:
              - "1.0"
              - before 2
            fixed: "2"
        solutions:
          - workaround: Block the port.
            impact: One restart.
            products:
              - one
              - two
        ---
        """);
    assertThat(check())
        .contains("a.md:12:9: error[product-range]: the range 'before 2'")
        .contains("a.md:18:9: error[product-unknown]: the product 'one'", "a.md:19:9: error");
  }

  @Test
  void introductionsStandWhereTheirListIs() throws Exception {
    String intro = "---\ntitle: %s\nclassification: public\n---\n%s\n";
    base.write("content/pages/_index.md", intro.formatted("Pages", "Welcome, all of you."));
    base.write("content/policies/_index.md", intro.formatted("Policies", "Rules to come."));
    page("title: A", "[top](_index.md) and [rules](../policies/)\n");
    assertThat(base.run("build", "--worktree").status()).isZero();
    Path site = base.root().resolve("site/public");
    assertThat(Files.readString(site.resolve("index.html"))).contains("Welcome, all of you.");
    assertThat(Files.readString(site.resolve("a/index.html")))
        .contains("<a href=\"../index.html\">top</a> and rules")
        .doesNotContain("policies/index.html");
  }

  @Test
  void quotesAroundNothingSayNothing() throws Exception {
    base.write(
        "content/notices/a.md",
        "---\ntitle: A\nclassification: public\ntype: press\nof: r\napproved_by: \" \"\n---\nText.\n");
    base.write(
        "content/constituents/kelpie.yaml",
        "name: Kelpie\ndelivery: {form: plain, agreed_by: \"\", agreed_on: 2026-01-01}\n");
    assertThat(check())
        .contains(
            "a press notice without approval", "kelpie.yaml:2:25: error[key-missing]: nothing");
  }

  @Test
  void aBlankThatIsNoneIsSeen() throws Exception {
    assertThat(page("title: A", ":::\u00a0sensitive\nx\n:::\n"))
        .startsWith("content/pages/a.md:5:1: error[fence-malformed]: ':::<U+00A0>sensitive', exp")
        .contains("    :::<U+00A0>sensitive\n    ^^^^^^^^^^^^^^^^^^^^\n");
  }
}
