package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports whose parts don't fit together, or that state and blame more than they know. */
class CaseRulesTest {
  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
  }

  private String check(String front, String body) throws Exception {
    base.write(
        "content/reports/3648170952.md",
        """
        ---
        title: A mail queue that grew
        classification: private
        only: []
        severity: low
        """
            + front
            + "\n---\n## Chronology\n- 2026-10-03T02:14Z detection: mail queue at 40,000\n"
            + body);
    return base.run("check").text();
  }

  @Test
  void onlyTheLongestSilenceIsNamedAndOnlyWhileItMatters() throws Exception {
    String late = "- 2026-10-05T02:14Z action: a\n- 2026-10-20T02:14Z action: b\n";
    assertThat(check("controller: dm\nstatus: open\npriority: 1", late))
        .contains(":13:3: warning[report-gap]: nothing for 15 days", "an entry every 4 hours")
        .endsWith("1 warning");
    assertThat(check("controller: dm\nstatus: open\ncontained: 2026-10-03T03:00Z", late))
        .isEqualTo("no problems");
    assertThat(check("controller: dm\nstatus: on_hold", late)).isEqualTo("no problems");
    assertThat(check("controller: dm\nstatus: draft", late)).isEqualTo("no problems");
  }

  @Test
  void theControllerIsTheFirstOrTheLastWhoHeldTheCase() throws Exception {
    String handovers =
        "- 2026-10-03T06:00Z handover DM -> kt\n- 2026-10-03T14:00Z handover kt → rs\n";
    for (String right : new String[] {"dm", "rs"}) {
      assertThat(check("status: open\ncontroller: " + right, handovers)).isEqualTo("no problems");
    }
    assertThat(check("status: open\ncontroller: lw", handovers))
        .contains(":7:13: warning[report-handover]: a controller whom no handover names");
  }

  @Test
  void aRefutedHypothesisIsNoResolution() throws Exception {
    String front =
        """
        controller: dm
        status: open
        hypotheses: [{statement: One sender fills the queue., outcome: %s}]
        resolution: "It was found that one sender fills the queue, and he was blocked."
        """;
    assertThat(check(front.formatted("refuted").strip(), ""))
        .contains("warning[report-supposition]: a hypothesis that is refuted, stated as a fact");
    assertThat(check(front.formatted("standing").strip(), "")).isEqualTo("no problems");
  }

  @Test
  void personsButNotOfficesAreBlamed() throws Exception {
    base.write(
        "content/constituents/kelpie.yaml",
        "name: Kelpie Valley Hospital\n"
            + "contacts: [{name: Ada Example, phone: '1', email: a@example.org},"
            + " {name: Night Desk, phone: '2', email: b@example.org}]\n");
    String section = "\n## Underlying causes\n\n%s had no list of hosts.\n";
    assertThat(check("controller: dm\nstatus: open", section.formatted("The Night Desk")))
        .doesNotContain("report-blame");
    assertThat(check("controller: dm\nstatus: open", section.formatted("Ada Example")))
        .contains("warning[report-blame]: the person 'Ada Example' by name");
    assertThat(check("controller: dm\nstatus: open", "\n## Notes\n\nAda Example called.\n"))
        .doesNotContain("report-blame");
  }

  @Test
  void oneWarningForAllQuestionsThatAreMissing() throws Exception {
    String front = "controller: dm\nstatus: closed\nclosed: 2026-10-04T16:00Z\nresolution: Done.";
    assertThat(check(front, ""))
        .contains("no section 'What happened, and when', 'How staff", "'Underlying causes', exp")
        .endsWith("1 warning");
  }
}
