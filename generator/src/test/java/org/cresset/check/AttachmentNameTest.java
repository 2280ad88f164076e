package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site's paths have small letters; an attachment keeps its name, and so must fit. */
class AttachmentNameTest {
  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void attached() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
    base.write("content/pages/guide/Hashes.txt", "e3b0c442\n");
  }

  private KnowledgeBase.Said publicly(String body) throws Exception {
    base.write(
        "content/pages/guide/index.md",
        "---\ntitle: Guide\nclassification: public\n---\n" + body + "\n");
    return base.run("build", "--worktree", "--edition", "public");
  }

  @Test
  void aLinkIsEnoughToMakeItOne() throws Exception {
    assertThat(publicly("See [the hashes](Hashes.txt)."))
        .satisfies(said -> {
          assertThat(said.text()).contains("pages/guide: error[attachment-name]");
          assertThat(said.status()).isEqualTo(1);
        });
    assertThat(base.run("check").text())
        .contains("content/pages/guide/index.md:5:18: error[attachment-name]");
  }

  @Test
  void whatAPassageForFewerNamesFirstIsAFaultForAllWhereAllAreToldOfIt() throws Exception {
    String passage = "::: private\n[the hashes](Hashes.txt)\n:::\n\n";
    assertThat(publicly(passage + "See [the hashes](Hashes.txt).").text())
        .contains("pages/guide: error[attachment-name]");
    assertThat(publicly(passage + "Nothing else.").status()).isZero();
    assertThat(base.run("check").text())
        .contains("content/pages/guide/index.md:6:14: error[attachment-name]");
  }

  @Test
  void solutionsMayLinkToOne() throws Exception {
    base.write("content/advisories/csa-2026-k7f3/rules.txt", "block 8443\n");
    base.write(
        "content/advisories/csa-2026-k7f3/index.md",
        """
        ---
        title: "Example Mail Gateway: remote code execution"
        classification: public
        status: final
        action: Block port 8443.
        severity: critical
        exploitation: active
        products: [{product_name: Example Mail Gateway, affected: "*", fixed: none}]
        solutions: [{workaround: "Load [these rules](rules.txt).", impact: Administration stops.}]
        ---
        A request runs code.
        """);
    assertThat(base.run("check").text()).doesNotContain("csa-2026-k7f3");
  }
}
