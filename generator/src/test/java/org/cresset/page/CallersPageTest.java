package org.cresset.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cresset.check.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever answers the telephone sees what may be said, and nobody else sees that (S31). */
class CallersPageTest {
  private static final String REPORT =
      """
      ---
      title: Case at night
      classification: private
      only: []
      status: %s
      severity: low
      controller: dm
      sites: [northgate]
      resolution: Mended.
      closed: 2026-10-04T02:14Z
      ---
      ## Chronology
      - 2026-10-03T02:14Z observation: mail queue at 40,000
      """;

  @TempDir private Path folder;

  @Test
  void theStaffEditionAloneHasThePublicAnswerAndTheNumbers() throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath());
    base.write(
        "content/cresset.yaml",
        """
        team: {name: Example CSIRT, email: csirt@example.org, press: "Press officer, +61 7 5550 0140"}
        site: {url: https://csirt.example.org/}
        """);
    base.write(
        "content/constituents/northgate.yaml",
        """
        name: Northgate University
        contacts: [{name: aq-northgate, phone: "+61 7 5550 0111", after_hours: "+61 7 5550 0119"}]
        """);
    base.write("content/reports/4711830260.md", REPORT.replace("%s", "closed"));
    base.write("content/reports/4711830261.md", REPORT.replace("%s", "closed"));
    base.write("content/reports/4711830262.md", REPORT.replace("%s", "open"));
    base.write(
        "content/notices/ntc-2026-c5jt.md",
        """
        ---
        title: Statement on mail
        classification: public
        type: press
        of: 4711830260
        approved_by: head
        ---
        Mail was slow.
        """);
    assertThat(base.run("build", "--worktree").status()).isZero();
    Path site = base.root().resolve("site");
    String page = Files.readString(site.resolve("staff/callers/index.html"));
    assertThat(page)
        .contains("Press officer, +61 7 5550 0140", "+61 7 5550 0111", "+61 7 5550 0119")
        .contains("4711830260", "Statement on mail", "4711830262", "Northgate University")
        .doesNotContain("4711830261");
    try (Stream<Path> files = Files.walk(site.resolve("public").toRealPath())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        assertThat(file).content().doesNotContain("5550 0111", "Northgate", "Callers");
      }
    }
  }
}
