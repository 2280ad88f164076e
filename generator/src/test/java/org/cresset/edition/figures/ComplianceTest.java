package org.cresset.edition.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.cresset.edition.figures.Compliance.Measured;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplianceTest {
  @TempDir private Path root;

  @Test
  void rulesAreCountedWhereTheRecordsTell() {
    String kept =
        Editions.report(
            "priority: 2\nlogged: 2026-10-01T00:00Z\n",
            """
            ## Chronology

            - 2026-10-01T00:30Z contact: told the site
            - 2026-10-01T20:00Z contact: told the site again
            - 2026-10-03T00:00Z contact: too late
            - 2026-10-03T01:00Z handover dm -> kt
            - 2026-10-03T02:00Z handover kt -> rs
            """);
    String broken =
        Editions.report(
            "priority: 2\nlogged: 2026-10-01T00:00Z\nactions:\n"
                + "  - {who: a, delivers: x, by: 2026-10-02, done: 2026-10-02}\n"
                + "  - {who: a, delivers: y, by: 2026-10-02, done: 2026-10-03}\n"
                + "  - {who: a, delivers: z, by: 2026-10-02}\n"
                + "  - {who: a, delivers: later, by: 2027-10-02}\n",
            "## Chronology\n\n- 2026-10-01T00:30Z handover dm -> kt\n"
                + "- 2026-10-02T00:30Z handover rs -> lw");
    assertThat(
            Compliance.of(
                    Editions.staff(
                        root,
                        Map.of("reports/1000000001.md", kept, "reports/1000000002.md", broken)))
                .stream()
                .map(ComplianceTest::words))
        .containsExactly(
            "First contact within the target of its priority 1/2",
            "Next update within the target of its priority 1/2",
            "Handovers that follow on from the one before 1/2",
            "Actions done by their date 1/3");
  }

  private static String words(Measured m) {
    return m.what() + " " + m.kept() + "/" + m.of();
  }
}
