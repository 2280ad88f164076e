package org.cresset.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cresset.check.KnowledgeBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix}: quotes where YAML needs them, and nothing else. */
class FixTest {
  private static final String ADVISORY = "content/advisories/csa-2026-k7f3.md";
  private static final String BROKEN =
      """
      ---
      # a comment: kept
      title: Example Mail Gateway: remote code execution
      classification: public
      status: final
      action: Patch now: disable "port" 8443   \s
      severity: critical
      exploitation: active
      products:
        - {product_name: Example Mail Gateway, affected: >=4.0 <4.2.7, fixed: 4.2.7}
        - product_name: Example Mail Gateway
          affected: >=5.0 <5.1
          fixed: [>=5.1.2, 5.1.1]
      solutions:
        - {vendor_fix: Install it., impact: One restart.}
      ---
      Text: with: colons. affected: >=4.0
      """;
  private static final String MENDED =
      """
      ---
      # a comment: kept
      title: "Example Mail Gateway: remote code execution"
      classification: public
      status: final
      action: "Patch now: disable \\"port\\" 8443"
      severity: critical
      exploitation: active
      products:
        - {product_name: Example Mail Gateway, affected: ">=4.0 <4.2.7", fixed: 4.2.7}
        - product_name: Example Mail Gateway
          affected: ">=5.0 <5.1"
          fixed: [">=5.1.2", 5.1.1]
      solutions:
        - {vendor_fix: Install it., impact: One restart.}
      ---
      Text: with: colons. affected: >=4.0
      """;

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
  }

  private String text(String path) throws Exception {
    return Files.readString(base.root().resolve(path));
  }

  @Test
  void valuesAreQuotedWhereYamlNeedsIt() throws Exception {
    base.write(ADVISORY, BROKEN);
    KnowledgeBase.Said said = base.run("check", "--fix");
    assertThat(said.text())
        .isEqualTo("mended " + ADVISORY + ", lines 3, 6, 10, 12, 13\nno problems");
    assertThat(said.status()).isZero();
    assertThat(text(ADVISORY)).isEqualTo(MENDED);
    assertThat(base.run("check", "--fix").text()).isEqualTo("no problems");
    assertThat(text(ADVISORY)).isEqualTo(MENDED);
  }

  @Test
  void withoutTheOptionNothingIsWritten() throws Exception {
    base.write(ADVISORY, BROKEN);
    assertThat(base.run("check").status()).isEqualTo(1);
    assertThat(text(ADVISORY)).isEqualTo(BROKEN);
  }

  @Test
  void theRegisterAndOtherLineEndsToo() throws Exception {
    base.write(ADVISORY, BROKEN.replace("\n", "\r\n"));
    base.write("content/constituents/kelpie.yaml", "name: Kelpie: the hospital\n");
    assertThat(base.run("check", "--fix").status()).isZero();
    assertThat(text(ADVISORY)).isEqualTo(MENDED.replace("\n", "\r\n"));
    assertThat(text("content/constituents/kelpie.yaml"))
        .isEqualTo("name: \"Kelpie: the hospital\"\n");
  }

  @Test
  void aFileThatNeedsAPersonIsLeftAsItIs() throws Exception {
    for (String unclear :
        new String[] {
          "---\ntitle: One: two\nkeywords: [open\n---\n",
          "---\ntitle: One: two # or three\n---\n",
          "---\r\ntitle: One: two\n---\n",
          "no front matter: at all: here\n",
        }) {
      base.write(ADVISORY, unclear);
      KnowledgeBase.Said said = base.run("check", "--fix");
      assertThat(said.text()).doesNotContain("mended").contains("error[");
      assertThat(text(ADVISORY)).isEqualTo(unclear);
    }
  }

  @Test
  void onlyTheFilesThatAreNamedAreTouched() throws Exception {
    base.write(ADVISORY, BROKEN).write("content/pages/a.md", "---\ntitle: One: two\n---\n");
    base.run("check", "--fix", "content/pages");
    assertThat(text(ADVISORY)).isEqualTo(BROKEN);
    assertThat(text("content/pages/a.md")).contains("title: \"One: two\"");
  }

  @Test
  void aCommitIsNotMended() throws Exception {
    KnowledgeBase.Said said = base.run("check", "--fix", "--staged");
    assertThat(said.status()).isEqualTo(2);
    assertThat(said.text()).startsWith("cresset: --fix mends the files as they lie");
  }
}
