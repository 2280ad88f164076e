package org.cresset.check;

import org.cresset.document.Document;
import org.cresset.model.Details;
import org.cresset.model.Product;
import org.cresset.problem.Code;

/** What the CSAF profile of an advisory asks for besides (CSAF 2.0, section 4). */
final class ProfileRules {
  private final Findings findings;

  ProfileRules(Findings findings) {
    this.findings = findings;
  }

  void check(Document d, Details.Advisory a) {
    boolean outside = d.references().stream().anyMatch(r -> r.category().equals("external"));
    switch (a.category()) {
      case "csaf_informational_advisory" -> {
        needReference(d, outside);
        if (!a.vulnerabilities().isEmpty()) {
          findings.wrong(
              d,
              Code.ADVISORY_PROFILE,
              d.at("vulnerabilities"),
              "vulnerabilities in a csaf_informational_advisory",
              "an advisory on something else than a vulnerability",
              "take the category out; csaf_security_advisory is derived");
        }
      }
      case "csaf_security_incident_response" -> needReference(d, outside);
      case "csaf_vex" -> unexplained(d, a);
      default -> {}
    }
  }

  private void needReference(Document d, boolean outside) {
    if (!outside) {
      findings.missing(
          d,
          Code.ADVISORY_PROFILE,
          d.at("category"),
          "no external reference in this profile",
          "where readers find more",
          "add: references: [{summary: …, url: …}], or choose csaf_base");
    }
  }

  private void unexplained(Document d, Details.Advisory a) {
    for (int i = 0; i < a.products().size(); i++) {
      Product p = a.products().get(i);
      if (!p.notAffected().isEmpty() && p.notAffectedReason().isEmpty()) {
        findings.missing(
            d,
            Code.ADVISORY_PROFILE,
            d.at("products[" + i + "].not_affected"),
            "not affected, without a reason, in a csaf_vex",
            "why it is not affected",
            "add: not_affected_reason: vulnerable_code_not_present, for example");
      }
    }
  }
}
