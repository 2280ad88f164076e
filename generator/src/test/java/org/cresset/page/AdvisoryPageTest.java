package org.cresset.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.Test;

class AdvisoryPageTest {
  private static final String GATEWAY = "advisories/2026/csa-2026-k7f3/index.html";

  private static MemorySite forAnyone() {
    MemorySite site = new MemorySite();
    new PageRenderer(List.of(), new Markdown())
        .render(SampleEditions.forAnyone(), site, new Problems());
    return site;
  }

  @Test
  void saysWhatToDoBeforeAnythingElse() {
    String page = forAnyone().text(GATEWAY);
    assertThat(page)
        .containsSubsequence(
            "TLP:CLEAR",
            "csa-2026-k7f3",
            "version 3 of",
            "2 changes since the first",
            "What to do",
            "Install 4.2.7 after you have looked for the intruder&#39;s files.",
            "Affected",
            "4.0 and later, before 4.2.7",
            "Solutions",
            "Mail is delayed by six minutes.",
            "id=\"description\"",
            "Credits",
            "References",
            "Revisions",
            "Check that this is genuine");
  }

  @Test
  void showsHowToCheckThisVeryDocument() {
    assertThat(forAnyone().text(GATEWAY))
        .contains("gpg --verify csa-2026-k7f3.txt.asc csa-2026-k7f3.txt")
        .contains("curl -fO https://csirt.example.org/advisories/2026/csa-2026-k7f3/")
        .contains("4F1A 09C3 D27E 5B86 0A1F  77D2 C098 4E3B 51D6 6AF2");
  }

  @Test
  void theContentPolicyComesFirstInTheHead() {
    assertThat(forAnyone().text(GATEWAY))
        .contains("<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src")
        .doesNotContain(" style=", "<style", "<script>", "javascript:");
  }

  @Test
  void interimAndWithdrawnAdvisoriesSaySo() {
    MemorySite site = forAnyone();
    assertThat(site.text("advisories/2026/csa-2026-w2qd/index.html"))
        .containsSubsequence(
            "<strong>Interim.</strong>", "Next update by", "5 Oct 2026, 00:00 UTC");
    assertThat(site.text("advisories/2026/csa-2026-h3vj/index.html"))
        .containsSubsequence("<strong>Withdrawn</strong>", "Do not act on it.", "What to do");
  }

  @Test
  void termsAreExplainedOnThePage() {
    assertThat(forAnyone().text(GATEWAY))
        .contains("aria-describedby=\"def-csirt\"")
        .containsSubsequence("id=\"def-csirt\"", "A group of people who help")
        .doesNotContain("It does more.");
  }
}
