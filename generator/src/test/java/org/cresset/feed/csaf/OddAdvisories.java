package org.cresset.feed.csaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cresset.testkit.Demonstration;

/** Advisories of every profile, and of shapes that the demonstration does not have. */
final class OddAdvisories {
  private static final String SETTINGS =
      """
      team: {name: Odd CSIRT, email: csirt@example.org}
      site: {url: https://csirt.example.org/}
      editions: {public: {readers: anyone}, staff: {readers: team}}
      """;
  private static final String FIX =
      """
      severity: high
      exploitation: none_known
      solutions: [{vendor_fix: Install it., impact: A restart.}]
      """;

  /** Front matter by id; the body is the same for all. */
  private static final Map<String, String> ALL =
      Map.of(
          "odd.vex",
          """
          category: csaf_vex
          products:
            - {product_id: a, product_name: Reader, affected: "<2", not_affected: [">=3", "2.5"], not_affected_reason: vulnerable_code_not_present}
            - {product_id: b, product_name: Writer, not_affected: "*", not_affected_reason: "It does not read files."}
            - {product_id: c, product_name: Viewer, under_investigation: [">=1 !=1.5"]}
          """
              + FIX,
          "odd-incident",
          """
          category: csaf_security_incident_response
          references: [{summary: More, url: "https://www.example.org/more"}]
          """,
          "odd-base",
          """
          category: csaf_base
          products: [{vendor: Äcme «GmbH», product_name: "R & <W>", fixed: 2.0.0-rc.1+7, platforms: [a, b]}]
          """
              + FIX,
          "odd-silent",
          "products: [{product_name: Reader}, {product_name: Reader, fixed: none, affected: '*'}]\n"
              + FIX,
          "odd-many",
          """
          products:
            - {product_id: a, vendor: One, product_name: Reader, affected: "vers:npm/>=1.0.0|<1.1.0|>=2.0.0|<2.3.0", fixed: [1.1.0, 2.3.0], purl: "pkg:npm/reader"}
            - {product_id: b, vendor: Two, product_name: Reader, affected: "2019 R2", fixed: none, cpe: "cpe:2.3:a:two:reader"}
          vulnerabilities:
            - {cve: CVE-2026-12345, cwe: CWE-79, products: [a], cvss: ["AV:N/AC:L/Au:N/C:P/I:P/A:P", "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L"]}
            - {ids: [GHSA-aaaa-bbbb-cccc], products: [b], cvss: ["CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"]}
            - {title: Nobody has named it yet}
          severity: critical
          exploitation: active
          solutions: [{category: none_available, products: [b], impact: Waiting is not safe.}, {mitigation: Switch it off., products: [b], impact: It is off.}]
          acknowledgments: [{names: [a, b], urls: ["https://www.example.org/"]}]
          """,
          "odd-semver",
          """
          version: 1.1.0
          initial_release_date: 2026-01-01
          revision_history: [{number: 1.0.0, date: 2026-01-01, summary: a}, {number: 1.1.0, date: 2026-01-02, summary: b}]
          products: [{product_name: Reader, fixed: "2"}]
          """
              + FIX,
          "odd-withdrawn",
          """
          withdrawn: {date: 2026-10-02, reason: It was wrong.}
          products: [{product_name: Reader, affected: "<2"}]
          """
              + FIX);

  private OddAdvisories() {}

  /** Publishes them, and one for the team alone; the folder of the team's documents. */
  static Path publish(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("content/advisories"));
    Files.writeString(root.resolve("content/cresset.yaml"), SETTINGS);
    for (Map.Entry<String, String> one : ALL.entrySet()) {
      write(folder, one.getKey(), "public", one.getValue());
    }
    write(folder, "odd-private", "private\nonly: []", "");
    Demonstration.build(root);
    return root.resolve("site/staff").resolve(Found.FOLDER);
  }

  private static void write(Path folder, String id, String classification, String front)
      throws IOException {
    String status = front.contains("withdrawn:") ? "withdrawn" : "final";
    Files.writeString(
        folder.resolve(id.replace('.', '-') + ".md"),
        "---\nid: "
            + id
            + "\ntitle: An odd one\nclassification: "
            + classification
            + "\nstatus: "
            + status
            + "\naction: Read it.\n"
            + front
            + "---\nBefore.\n\n## FAQ\n\n| a | b |\n|---|---|\n| [c](https://www.example.org/) | d |\n");
  }
}
