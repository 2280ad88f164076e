package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cresset.check.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics count the incidents of the days asked for, and their page can be committed. */
class StatsTest {
  @TempDir private Path folder;

  private KnowledgeBase base() throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath());
    for (int i = 0; i < 9; i++) {
      report(base, i, "2026-02-1" + i, i < 3 ? "high" : "low");
    }
    report(base, 9, "2025-12-31", "high");
    return base;
  }

  private static void report(KnowledgeBase base, int i, String day, String severity)
      throws Exception {
    base.write(
        "content/reports/471183026" + i + ".md",
        """
        ---
        title: Case
        classification: private
        only: []
        status: open
        severity: %s
        controller: dm
        methods: [phishing]
        ---
        ## Chronology
        - %sT02:14Z observation: mail queue at 40,000
        """
            .replaceFirst("%s", severity)
            .replaceFirst("%s", day));
  }

  private static String[] stats(String... more) {
    String[] all = {"stats", "--worktree", "--from", "2026-01-01", "--to", "2026-06-30"};
    String[] words = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, words, all.length, more.length);
    return words;
  }

  @Test
  void smallCountsAndWhatWouldTellThemAreNotShown() throws Exception {
    KnowledgeBase base = base();
    String all = base.run(stats("--format", "csv", "--min-cell", "1")).text();
    assertThat(all.lines())
        .contains(
            "By time and severity,2026-Q1,high,3",
            "By time and severity,2026-Q1,low,6",
            "By time and severity,2026-Q1,total,9",
            "By time and severity,2026-Q2,total,0",
            "By method,phishing,incidents,9");
    String some = base.run(stats("--format", "csv")).text();
    assertThat(some.lines())
        .contains(
            "By time and severity,2026-Q1,high,",
            "By time and severity,2026-Q1,low,",
            "By time and severity,total,high,",
            "By time and severity,total,total,9");
  }

  @Test
  void tooFewCasesAreNotCountedAtAll() throws Exception {
    String said = base().run(stats("--min-cell", "10")).text();
    assertThat(said).isEqualTo("Incidents from 2026-01-01 to 2026-06-30: fewer than 10");
  }

  @Test
  void thePageCanBeCommitted() throws Exception {
    KnowledgeBase base = base();
    base.write(
        "content/pages/incidents-2026.md", base.run(stats("--format", "page")).text() + "\n");
    assertThat(base.run("check", "content/pages").text()).endsWith("no problems");
  }
}
