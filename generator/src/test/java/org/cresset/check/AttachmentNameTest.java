package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

  private static final String ADVISORY =
      """
      ---
      title: "Example Mail Gateway: remote code execution"
      classification: public
      status: final
      action: Block port 8443.
      severity: critical
      exploitation: active
      products: [{product_name: Example Mail Gateway, affected: "*", fixed: none}]
      solutions:
        - impact: Administration stops.
          workaround: |
            Block the port.
      %s---
      A request runs code.
      %s\
      """;

  private Map<String, String> advisory(String solution, String body) throws Exception {
    base.write(
        "content/advisories/csa-2026-k7f3/index.md",
        String.format(Locale.ROOT, ADVISORY, solution.indent(6), body));
    Path site = Files.createTempDirectory(base.root(), "site");
    KnowledgeBase.Said said =
        base.run("build", "--worktree", "--edition", "public", "--site", site.toString());
    Map<String, String> all = new TreeMap<>();
    all.put("said", said.status() + said.text().replace(site.getFileName().toString(), "site"));
    Path release = site.resolve("public").toRealPath();
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        all.put(release.relativize(file).toString(), Files.readString(file));
      }
    }
    return all;
  }

  @Test
  void whatOnlyAPrivatePassageLinksToLeavesNoTraceInThePublicEdition() throws Exception {
    base.write("content/pages/guide/index.md", "---\ntitle: G\nclassification: public\n---\nG\n");
    Files.delete(base.root().resolve("content/pages/guide/Hashes.txt"));
    base.write("content/advisories/csa-2026-k7f3/AcmeVictims.csv", "a\n");
    base.write("content/advisories/csa-2026-k7f3/AcmeVictims.doc", "a\n");
    Map<String, String> without = advisory("", "");
    String passage =
        "::: private\nSee [list](AcmeVictims%2Ecsv) and [all](AcmeVictims%2Edoc).\n:::\n";
    Map<String, String> inTheBody = advisory("", passage);
    String told = base.run("check").text();
    Map<String, String> inAValue = advisory(passage, "");
    assertThat(base.run("check").text())
        .contains(
            "index.md:11:17: error[attachment-name]: an attachment named 'AcmeVictims.csv'",
            "error[attachment-type]");
    assertThat(told)
        .contains(
            "index.md:16:12: error[attachment-name]", "index.md:16:41: error[attachment-type]");
    assertThat(without.get("said")).startsWith("0");
    assertThat(without.get("advisories/2026/csa-2026-k7f3/index.html"))
        .contains("A request runs code.");
    assertThat(inTheBody).isEqualTo(without);
    assertThat(inAValue).isEqualTo(without);
    assertThat(advisory("", passage + "See [list](<AcmeVictims%2Ecsv>).\n").get("said"))
        .contains("error[attachment-name]");
  }
}
