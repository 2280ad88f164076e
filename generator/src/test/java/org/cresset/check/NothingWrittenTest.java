package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key with nothing behind it, as the archetypes have them, says nothing. */
class NothingWrittenTest {
  @TempDir private Path folder;

  private List<String> check(String path, String front, String body) throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath());
    base.write(path, "---\ntitle: A title\n" + front + "---\n" + body + "\n");
    Stream<String> lines = base.run("check").text().lines();
    return lines
        .filter(l -> l.startsWith(path))
        .map(l -> l.replaceFirst(",.*", "").substring(path.length() + 1))
        .toList();
  }

  @Test
  void inAReport() throws Exception {
    String front = "classification: private\nonly: []\nstatus: open\nseverity:\ncontroller: \"\"\n";
    String body = "## Chronology\n- 2026-10-03T02:14Z detection: mail queue at 40,000";
    assertThat(check("content/reports/3648170952.md", front, body))
        .containsExactly(
            "6:1: error[key-missing]: nothing written for 'severity'",
            "7:1: error[key-missing]: nothing written for 'controller'");
  }

  @Test
  void inAnAdvisory() throws Exception {
    String front =
        """
        classification: public
        status: interim
        action: Patch.
        severity:
        exploitation:
        next_update:
        vulnerabilities: [CVE-2026-12345]
        products: [{product_name: Example Mail Gateway, affected: "*", fixed: none}]
        solutions: [{workaround: Switch it off., impact: No mail.}]
        """;
    assertThat(check("content/advisories/a.md", front, "Text"))
        .containsExactly(
            "2:8: error[advisory-no-severity]: no severity",
            "2:8: error[advisory-no-exploitation]: no exploitation",
            "4:9: error[advisory-no-next-update]: an interim advisory without next_update");
  }

  @Test
  void inAPolicy() throws Exception {
    String front =
        """
        classification: public
        status: approved
        approved_by:
        approved_on: 2026-10-01
        effective_from: 2026-10-01
        review_on:
        """;
    assertThat(check("content/policies/a.md", front, "Text"))
        .containsExactly(
            "4:9: error[policy-not-approved]: an approved text without 'approved_by'",
            "4:9: error[policy-not-approved]: an approved text without 'review_on'");
  }

  @Test
  void whereAReleaseHangsOnIt() throws Exception {
    assertThat(
            check(
                "content/pages/a.md", "classification: public\nembargo_until:\nstatus:\n", "Text"))
        .containsExactly(
            "4:1: warning[key-missing]: nothing written for 'embargo_until'",
            "5:1: error[key-missing]: nothing written for 'status'");
  }
}
