package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of the rules beyond the one example that the manual has for each. */
class RulesTest {
  private static final String REPORT =
      """
      ---
      title: A mail queue that grew
      classification: private
      only: []
      status: open
      severity: low
      controller: dm
      %s
      ---
      ## Chronology
      - 2026-10-03T02:14Z detection: mail queue at 40,000
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

  private String report(String front, String body) throws Exception {
    base.write("content/reports/3648170952.md", REPORT.formatted(front, body));
    return check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ipv4 | 203.0.113.9 | 203.0.113.256",
        "ipv6 | 2001:db8::9 | 2001:db8::9::1",
        "ipv6 | ::ffff:192.0.2.1 | 2001:db8:1",
        "network | 2001:db8::/32 | 192.0.2.0/33",
        "domain | files.example.org | files example org",
        "url | http://files.example.org/a?b=c | files.example.org/a",
        "email | a@example.org | a at example.org",
        "hash | sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | abc",
        "cve | CVE-2026-12345 | CVE-26-1",
      })
  void observables(String type, String right, String wrong) throws Exception {
    String form = "observables: [{type: %s, value: \"%s\"}]";
    assertThat(report(form.formatted(type, right), "")).isEqualTo("no problems");
    assertThat(report(form.formatted(type, wrong), ""))
        .startsWith("content/reports/3648170952.md:8:")
        .contains("error[value-invalid]: value is '" + wrong + "', expected ")
        .endsWith("1 error");
  }

  @Test
  void aQuoteThatIsNotClosedIsShownWhereItBegins() throws Exception {
    base.write(
        "content/pages/a.md",
        "---\ntitle: \"A title”\nclassification: public\nsummary: \"b\"\n---\nText\n");
    assertThat(check())
        .startsWith("content/pages/a.md:2:8: error[yaml-invalid]: a quote that is not closed")
        .endsWith("1 error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "locations: [AU-QLD, US] | locations: [XX]",
        "priority: 5 | priority: 6",
        "costs: [{part: staff, amount: 10, currency: AUD}] | costs: [{part: staff, amount: 10}]",
        "lang: pt-BR | lang: portuguese!",
        "references: [{url: 'https://example.org/'}] | references: [{url: 'javascript:a'}]",
        "sites: [northgate] | sites: [southgate]",
        "postmortem: {held_on: 2026-10-04} | postmortem: {moderator: lw}",
        "keywords: [a] | version: 2",
        "keywords: [a] | part_of: 3648170952",
      })
  void values(String right, String wrong) throws Exception {
    assertThat(report(right, "")).isEqualTo("no problems");
    assertThat(report(wrong, ""))
        .startsWith("content/reports/3648170952.md:8:")
        .contains("error[")
        .endsWith("1 error");
  }

  @Test
  void entriesThatWouldBeMissingFromTheChronology() throws Exception {
    assertThat(report("keywords: []", "* 2026-10-03T02:20Z action: called the site"))
        .startsWith("content/reports/3648170952.md:12:3: error[chronology-line]: '* 2026");
    assertThat(report("keywords: []", "!!! hearsay\n    It was a student."))
        .startsWith("content/reports/3648170952.md:12:1: error[hearsay-source]: a passage of");
  }

  @Test
  void fencesInFrontMatterAreCheckedAtTheirLines() throws Exception {
    assertThat(report("resolution: |\n  Blocked.\n  ::: private southgate\n  By us.\n  :::", ""))
        .startsWith("content/reports/3648170952.md:10:3: error[audience-unknown]: the audience");
    assertThat(report("resolution: |\n  Blocked.\n  ::: privat\n  By us.", ""))
        .startsWith("content/reports/3648170952.md:10:3: error[fence-malformed]: '::: privat'");
    assertThat(report("outcome: successful\nlegal_hold: |\n  ::: private\n  Court.\n  :::", ""))
        .startsWith("content/reports/3648170952.md:9:13: error[fence-malformed]: a fence in 'le");
  }

  @Test
  void linksOfIntroductionsKeepTheWall() throws Exception {
    base.write(
        "content/reports/_index.md",
        "---\ntitle: Reports\nclassification: public\n---\nSee [one](3648170952.md).\n");
    assertThat(report("keywords: []", ""))
        .startsWith("content/reports/_index.md:5:11: error[link-across-wall]: a link from a public")
        .endsWith("1 error");
  }

  @Test
  void aMisspeltValueIsNotMissingToo() throws Exception {
    base.write(
        "content/advisories/csa-2026-k7f3.md",
        """
        ---
        title: Gateway
        classification: public
        status: final
        action: Install 4.2.7.
        severity: hihg
        exploitation: activ
        vulnerabilities: [CVE-2026-12345]
        products: [{product_name: Gateway, affected: "*"}]
        solutions: [{vendor_fix: Install 4.2.7., impact: One restart.}]
        ---
        """);
    assertThat(check())
        .contains("help: did you mean 'high'?", "help: did you mean 'active'?")
        .endsWith("2 errors");
  }

  @Test
  void groupsAndRegister() throws Exception {
    base.write(
        "content/cresset.yaml",
        """
        team: {name: Example CSIRT, email: csirt@example.org}
        site: {url: https://csirt.example.org/}
        groups: {medical: [kelpie, nothgate, "@partners"], partners: [ridge-cert]}
        """);
    base.write(
        "content/constituents/kelpie.yaml",
        "name: Kelpie Valley Hospital\ndelivery: {form: plain}\naddress_ranges: [192.0.2]\n");
    base.write("content/constituents/lowtide.yml", "name: Lowtide\n");
    assertThat(check())
        .contains(
            "'nothgate' in the group 'medical'",
            "help: name its members: a group holds no other",
            "a group named 'partners'",
            "no 'agreed_by'",
            "no 'agreed_on'",
            "address_ranges is '192.0.2'",
            "content/constituents/lowtide.yml: error[file-unused]")
        .endsWith("7 errors");
  }

  private static String note(String id, String more) {
    return """
    ---
    id: %s
    title: A note
    classification: public
    status: final
    action: Read it.
    %s
    ---
    Text.
    """
        .formatted(id, more);
  }

  @Test
  void idsOfAdvisoriesDifferInTheNamesOfCsafFilesToo() throws Exception {
    base.write("content/advisories/a.md", note("csa.7", ""));
    base.write("content/advisories/b.md", note("csa_8", ""));
    assertThat(check()).isEqualTo("no problems");
    base.write("content/advisories/b.md", note("csa_7", ""));
    assertThat(check()).contains("error[id-duplicate]", "in the names of CSAF files: csa.7");
  }

  @ParameterizedTest
  @CsvSource({"1, 2, true", "1, 3, false", "2, 3, false", "0, 1, false"})
  void versionsOfAdvisoriesCountFromOneWithoutAGap(int first, int second, boolean right)
      throws Exception {
    String history =
        "version: %d%ninitial_release_date: 2026-10-01%nrevision_history:%n  - {number: %d, date: 2026-10-01, summary: a}%n  - {number: %d, date: 2026-10-02, summary: b}";
    base.write("content/advisories/a.md", note("csa-1", history.formatted(second, first, second)));
    assertThat(check().contains("error[version-order]")).isEqualTo(!right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cwe: CWE-79 | cwe: CWE-16",
        "cvss: [AV:N/AC:L/Au:N/C:N/I:N/A:C] | cvss: [AV:N/AC:L/Au:N/C:N/I:N]",
        "cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H']"
            + " | cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:X']",
      })
  void flaws(String right, String wrong) throws Exception {
    String front =
        """
        severity: high
        exploitation: none_known
        products: [{product_name: Gateway, affected: "<2", fixed: "2"}]
        vulnerabilities: [{%s}]
        solutions: [{vendor_fix: Install 2., impact: A restart.}]\
        """;
    base.write("content/advisories/a.md", note("csa-1", front.formatted(right)));
    assertThat(check()).isEqualTo("no problems");
    base.write("content/advisories/a.md", note("csa-1", front.formatted(wrong)));
    assertThat(check()).contains("error[value-invalid]").endsWith("1 error");
  }

  @Test
  void manyDefinitionsInAFenceAreLookedUpAtOnce() throws Exception {
    StringBuilder body = new StringBuilder("::: private\n");
    for (int i = 0; i < 4000; i++) {
      body.append("[label ").append(i).append("]: https://www.example.org/").append(i).append('\n');
    }
    body.append(":::\n").append("A line.\n\n".repeat(8000)).append("See [Label  3999].\n");
    base.write("content/pages/a.md", "---\ntitle: A\nclassification: public\n---\n" + body);
    String said = assertTimeoutPreemptively(Duration.ofSeconds(10), this::check);
    assertThat(said).contains("error[fence-definition]: the definition of [label 3999]");
    assertThat(said).endsWith("2 errors");
  }
}
