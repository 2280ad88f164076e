package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of an organisation, to whom, and by whose permission (S12). */
class DisclosureTest {
  private static final String REPORT =
      """
      ---
      title: Case
      classification: private
      only: []
      status: open
      severity: low
      controller: dm
      permissions:
        - {constituent: northgate, what: its name, to: ridge-cert, granted_by: head, on: 2026-09-01, until: %s}
      ---
      ## Chronology
      - 2026-10-03T02:14Z observation: Northgate University was attacked from 192.0.2.130
      """;

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void register() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
    base.write(
        "content/constituents/northgate.yaml",
        """
        name: Northgate University
        domains: [northgate.example.org]
        address_ranges: [192.0.2.128/26]
        disclosure: {name: true, hosts: false, to: [partners]}
        """);
  }

  private List<String> found() {
    return base.run("check").text().lines().filter(l -> l.contains("[disclosure-")).toList();
  }

  private KnowledgeBase page(String marking, String body) throws Exception {
    return base.write(
        "content/pages/lessons.md", "---\ntitle: Lessons\n" + marking + "\n---\n" + body + "\n");
  }

  @Test
  void whatTheTeamKeepsToItselfTellsNobody() throws Exception {
    page("classification: private\nonly: []", "Northgate University, 192.0.2.130");
    assertThat(found()).isEmpty();
  }

  @Test
  void anOrganisationMayReadOfItself() throws Exception {
    page("classification: private\nonly: [northgate]", "Northgate University, 192.0.2.130");
    assertThat(found()).isEmpty();
    page("classification: private\nonly: [kelpie]", "Northgate University, 192.0.2.130");
    assertThat(found()).hasSize(2);
  }

  @Test
  void theRegisterPermitsTheNameToPartnersAlone() throws Exception {
    page("classification: sensitive\nonly: [ridge-cert]", "Northgate University, 192.0.2.130");
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith("content/pages/lessons.md:6:23: error[disclosure-host]: '192.0.2.130'");
    page("classification: sensitive\nonly: [ridge-cert, kelpie]", "Northgate University");
    assertThat(found()).singleElement().asString().contains("told to kelpie, ridge-cert");
  }

  @Test
  void fencesNarrowWhoIsTold() throws Exception {
    page(
        "classification: public",
        """
        One university was hit.

        ::: sensitive ridge-cert
        It was Northgate University.
        :::

        ::: private
        Its host was www.northgate.example.org.
        :::

        ::: private kelpie
        You and Northgate University saw the same.
        :::
        """);
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith("content/pages/lessons.md:16:9: error[disclosure-name]");
  }

  @Test
  void permissionForTheCaseHoldsInItsNoticesUntilItEnds() throws Exception {
    base.write("content/constituents/northgate.yaml", "name: Northgate University\n");
    base.write("content/reports/4711830260.md", REPORT.replace("%s", "2026-12-31"));
    base.write(
        "content/notices/ntc-2026-c5jt.md",
        """
        ---
        title: Extract
        classification: sensitive
        only: [ridge-cert]
        type: extract
        of: 4711830260
        ---
        Northgate University was attacked.
        """);
    assertThat(found()).isEmpty();
    base.write("content/reports/4711830260.md", REPORT.replace("%s", "2026-10-04"));
    assertThat(found()).singleElement().asString().contains("ntc-2026-c5jt.md:8:1");
  }

  @Test
  void titlesNamesIntroductionsAndAttachmentsTellToo() throws Exception {
    base.write(
        "content/pages/northgate-university/index.md",
        """
        ---
        title: How we helped Northgate University
        classification: public
        keywords: [help, northgate.example.org]
        attachments: [{file: hosts.txt}]
        ---
        Nothing here.
        """);
    base.write("content/pages/northgate-university/hosts.txt", "first\n192.0.2.131\n");
    base.write(
        "content/advisories/_index.md",
        "---\ntitle: Advisories\nclassification: public\n---\nAsk Northgate University.\n");
    assertThat(found())
        .extracting(l -> l.substring(0, l.indexOf(": error")))
        .containsExactly(
            "content/advisories/_index.md:5:5",
            "content/pages/northgate-university/hosts.txt:2:1",
            "content/pages/northgate-university/index.md",
            "content/pages/northgate-university/index.md:2:22",
            "content/pages/northgate-university/index.md:4:18");
  }

  @Test
  void thePublicEditionGoesWithoutItAndSaysNothingOfTheRegister() throws Exception {
    page("classification: public", "Northgate University was hit.");
    base.write(
        "content/pages/index.md", "---\ntitle: Welcome\nclassification: public\n---\nHello.\n");
    base.write(
        "content/advisories/_index.md",
        "---\ntitle: Advisories\nclassification: public\n---\nAsk Northgate University.\n");
    KnowledgeBase.Said said = base.run("build", "--worktree", "--edition", "public");
    assertThat(said.text()).contains("[disclosure-name]").doesNotContain("northgate", "Northgate");
    Path site = base.root().resolve("site/public").toRealPath();
    assertThat(site.resolve("lessons/index.html")).doesNotExist();
    try (Stream<Path> files = Files.walk(site)) {
      List<Path> pages = files.filter(f -> f.toString().endsWith(".html")).toList();
      assertThat(pages).hasSizeGreaterThan(3);
      for (Path page : pages) {
        assertThat(page).content().doesNotContain("Northgate");
      }
    }
  }

  @Test
  void whatWasAcceptedIsToldToWhoeverBuildsATeamsEditionBeside() throws Exception {
    page(
        "classification: public\ndisclosure_ok: [{text: Northgate University, reason: asked, by: rs}]",
        "Northgate University was hit.");
    KnowledgeBase.Said said = base.run("build", "--worktree", "--edition", "public,staff");
    assertThat(said.text())
        .containsPattern("content/pages/lessons\\.md:\\d+:\\d+: note\\[disclosure-accepted]")
        .doesNotContain("held-back");
  }
}
