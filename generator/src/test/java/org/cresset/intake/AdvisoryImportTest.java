package org.cresset.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.check.KnowledgeBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advisories of others: CSAF documents and OSV records. */
class AdvisoryImportTest {
  static final String CSAF =
      """
      {"document": {"category": "csaf_security_advisory", "csaf_version": "2.0",
        "title": "Gateway flaws", "lang": "en", "aggregate_severity": {"text": "Important"},
        "publisher": {"category": "vendor", "name": "Mailwright", "namespace": "https://mailwright.example.org"},
        "distribution": {"tlp": {"label": "AMBER"}, "text": "For customers"},
        "notes": [{"category": "other", "title": "Terms", "text": "As is."},
                  {"category": "summary", "text": "Two flaws.\\n- one\\n- two"}],
        "references": [{"category": "self", "summary": "This", "url": "https://mailwright.example.org/a.json"}],
        "acknowledgments": [{"names": ["J. Doe"], "organization": "Ridge"}],
        "tracking": {"id": "MW-1", "status": "final", "version": "1",
          "initial_release_date": "2026-01-01T00:00:00Z", "current_release_date": "2026-01-01T00:00:00Z",
          "revision_history": [{"number": "1", "date": "2026-01-01T00:00:00Z", "summary": "First"}]}},
       "product_tree": {"branches": [{"category": "vendor", "name": "Mailwright", "branches": [
          {"category": "product_name", "name": "Gateway", "branches": [
            {"category": "product_version_range", "name": "<4.2", "product": {"product_id": "G1", "name": "Gateway <4.2"}},
            {"category": "product_version", "name": "4.2", "product": {"product_id": "G2", "name": "Gateway 4.2"}}]},
          {"category": "product_name", "name": "Relay", "branches": [
            {"category": "product_version_range", "name": "All versions < V4.7 HF33", "product": {"product_id": "R1", "name": "Relay"}}]},
          {"category": "product_name", "name": "Box", "product": {"product_id": "B", "name": "Box",
             "product_identification_helper": {"cpe": "cpe:/h:mailwright:box", "skus": ["B-1"]}}}]}],
         "relationships": [{"category": "installed_on", "product_reference": "G1", "relates_to_product_reference": "B",
           "full_product_name": {"product_id": "G1B", "name": "Gateway on Box"}}]},
       "vulnerabilities": [
         {"cve": "CVE-2026-0001", "cwe": {"id": "CWE-78", "name": "OS Command Injection"},
          "notes": [{"category": "description", "text": "Runs code."}],
          "product_status": {"known_affected": ["G1", "G1B"], "fixed": ["G2"], "known_not_affected": ["R1"]},
          "scores": [{"products": ["G1", "G1B"], "cvss_v3": {"version": "3.1", "baseScore": 9.8, "baseSeverity": "CRITICAL",
             "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}],
          "threats": [{"category": "exploit_status", "details": "Seen in the wild."}],
          "flags": [{"label": "component_not_present", "product_ids": ["R1"]}],
          "remediations": [{"category": "vendor_fix", "details": "Install 4.2.", "product_ids": ["G1", "G1B"],
             "restart_required": {"category": "service"}, "url": "https://mailwright.example.org/4.2"}]},
         {"cve": "CVE-2026-0002", "product_status": {"known_affected": ["R1", "X9"]},
          "remediations": [{"category": "mitigation", "details": "Stop it.", "product_ids": ["R1"]}]}]}
      """;

  static final String OSV =
      """
      {"id": "GO-2026-0001", "schema_version": "1.7.0", "modified": "2026-01-02T00:00:00Z",
       "aliases": ["CVE-2026-0003", "GHSA-aaaa-bbbb-cccc"], "summary": "Timing in example.org/jwt",
       "details": "# Impact\\n\\nSee [here](x.md) and\\n::: private\\nsecret\\n\\n```\\nopen",
       "affected": [{"package": {"name": "example.org/jwt", "ecosystem": "Go"},
         "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.2"}, {"introduced": "2.0"}, {"last_affected": "2.3"}]},
                    {"type": "GIT", "repo": "https://git.example.org/jwt", "events": [{"introduced": "0"}]}]}],
       "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"}],
       "references": [{"type": "FIX", "url": "https://git.example.org/fix"}, {"type": "WEB", "url": "javascript:x"}],
       "credits": [{"name": "Ridge", "type": "FINDER"}]}
      """;

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
  }

  private KnowledgeBase.Said take(String format, String name, String content) throws Exception {
    base.write(name, content);
    return base.run("import", format, name, "--into", "content/advisories/old", "--report");
  }

  private String document() throws Exception {
    try (Stream<Path> files = Files.walk(base.root().resolve("content/advisories"))) {
      List<Path> all = files.filter(f -> f.toString().endsWith(".md")).toList();
      assertThat(all).hasSize(1);
      return Files.readString(all.getFirst());
    }
  }

  @Test
  void aCsafDocumentBecomesAnAdvisory() throws Exception {
    KnowledgeBase.Said said = take("csaf", "a.json", CSAF);
    assertThat(said.text())
        .contains("the product 'X9' is not in the product tree; kept")
        .contains("'All versions < V4.7 HF33' of Relay is no version range; taken as part of the")
        .containsPattern("document.tracking.version +0 +1 +0\n")
        .containsPattern("vulnerabilities\\[].cwe.name +0 +0 +1  the CWE list names it\n")
        .endsWith("1 new, 0 not taken in");
    assertThat(document())
        .contains(
            "origin: {from: Mailwright, reference: MW-1, tlp: AMBER, received_on: 2026-10-05}")
        .contains("aliases: [MW-1]", "severity: high", "severity_reason: \"The publisher's own")
        .contains(
            "{product_id: P1, vendor: Mailwright, product_name: Gateway, affected: \"<4.2\", fixed: 4.2}")
        .contains("platforms: [Box]\n    cpe: \"cpe:/h:mailwright:box\"")
        .contains("not_affected: \"*\"\n    not_affected_reason: component_not_present")
        .contains(
            "cve: CVE-2026-0001", "cwe: CWE-78", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
        .contains("details: Install 4.2.", "impact: \"Restart required: service.\"")
        .contains("## Summary\n\nTwo flaws.\n\\- one\n\\- two")
        .contains("### Exploit status\n\nSeen in the wild.")
        .contains(
            "\"skus\"",
            "B-1",
            "\"product_id\" : \"B\"",
            "\"known_affected\" : [",
            "X9",
            "For customers");
    assertThat(base.run("check").text()).doesNotContain("error[");
  }

  @Test
  void redStaysRed() throws Exception {
    take("csaf", "a.json", CSAF.replace("AMBER", "RED"));
    assertThat(document()).contains("\ntlp: RED\n");
    assertThat(base.run("check").text()).doesNotContain("error[", "origin-permission");
  }

  @Test
  void otherVersionsAndOtherJsonAreRefusedInWords() throws Exception {
    assertThat(take("csaf", "a.json", CSAF.replace("\"2.0\"", "\"2.1\"")).text())
        .contains("a.json: warning: not taken in: csaf_version is '2.1'; version 2.0 can be");
    assertThat(take("csaf", "b.json", OSV).text()).contains("not taken in: no CSAF document");
    assertThat(take("csaf", "c.json", CSAF + "trailing").text())
        .contains("c.json: warning: not taken in: line ");
    assertThat(take("osv", "d.json", CSAF).status()).isEqualTo(1);
  }

  @Test
  void moreProductsThanAFrontMatterHoldsLieBeside() throws Exception {
    StringBuilder names = new StringBuilder();
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      names
          .append("{\"product_id\": \"N")
          .append(i)
          .append("\", \"name\": \"Part ")
          .append(i)
          .append("\"},");
      ids.append("\"N").append(i).append("\",");
    }
    String many =
        CSAF.replace(
                "\"relationships\":",
                "\"full_product_names\": ["
                    + names.toString().replaceAll(",$", "")
                    + "], \"relationships\":")
            .replace(
                "\"known_not_affected\": [\"R1\"]", "\"known_not_affected\": [" + ids + "\"R1\"]");
    assertThat(take("csaf", "a.json", many).text())
        .contains("too much for a front matter: the products that are not affected are in record");
    assertThat(document()).contains("attachments: [{file: record.json}]", "affected: \"<4.2\"");
    assertThat(base.run("check").text()).doesNotContain("error[");
    assertThat(take("csaf", "a.json", CSAF).text()).contains("1 updated");
    assertThat(document()).doesNotContain("attachments");
    assertThat(base.run("check").text()).doesNotContain("error[");
  }

  @Test
  void anOsvRecordBecomesAnAdvisory() throws Exception {
    assertThat(take("osv", "a.json", OSV).text())
        .contains("the reference 'javascript:x' is no address; kept")
        .endsWith("1 new, 0 not taken in");
    assertThat(document())
        .contains("aliases: [GO-2026-0001]", "title: Timing in example.org/jwt")
        .contains("affected: [\"<1.2\", \">=2.0 <=2.3\"]", "fixed: [1.2]")
        .contains("purl: \"pkg:golang/example.org/jwt\"")
        .contains("cve: CVE-2026-0003", "ids: [GO-2026-0001, GHSA-aaaa-bbbb-cccc]")
        .contains("### Impact\n\nSee here (x.md) and\n\\::: private\nsecret\n\n```\nopen\n```\n")
        .contains("\"repo\" : \"https://git.example.org/jwt\"", "javascript:x");
    assertThat(base.run("check").text()).doesNotContain("error[");
  }

  @Test
  void osvAsYamlIsTheSame() throws Exception {
    String yaml =
        """
        id: PYSEC-2010-11
        details: Race condition
          in two lines.
        affected:
        - package: {name: py_ftp.lib, ecosystem: PyPI}
          ranges:
          - type: ECOSYSTEM
            events:
            - introduced: "0"
            - fixed: 0.5.10
        """;
    assertThat(take("osv", "a.yaml", yaml).text()).endsWith("1 new, 0 not taken in");
    assertThat(document())
        .contains("title: Race condition in two lines\n", "fixed: [0.5.10]", "pkg:pypi/py-ftp-lib");
    assertThat(take("osv", "b.yaml", "id: &a x\ndetails: *a\n").text())
        .contains("b.yaml: warning: not taken in: line 1: an anchor (&)");
  }
}
