package org.cresset.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.cresset.document.Document;
import org.cresset.model.Details;
import org.cresset.model.Status;
import org.cresset.problem.Code;

/**
 * A policy holds only with the approval of a named authority, and is looked at again in time (K21).
 */
final class PolicyRules {
  private final Findings findings;
  private final LocalDate today;

  PolicyRules(Findings findings, Instant asOf) {
    this.findings = findings;
    this.today = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  void check(Document d, Details.Policy p) {
    Versioning.check(findings, d);
    if (d.status() != Status.APPROVED) {
      return;
    }
    need(d, p.approvedBy().isPresent(), "approved_by", "the authority that approved it");
    need(d, p.approvedOn().isPresent(), "approved_on", "the date of approval");
    need(d, p.effectiveFrom().isPresent(), "effective_from", "the date from which it holds");
    need(d, d.reviewOn().isPresent(), "review_on", "when it is looked at again");
    need(
        d,
        !p.type().equals("procedure") || !p.implementsPolicies().isEmpty(),
        "implements",
        "the policies that the procedure carries out");
    if (d.reviewOn().isPresent() && d.reviewOn().get().isBefore(today)) {
      findings.wrong(
          d,
          Code.POLICY_REVIEW_DUE,
          d.at("review_on"),
          "a review that was due on " + d.reviewOn().get(),
          "a date to come",
          "review it, and set the next date");
    }
  }

  private void need(Document d, boolean there, String key, String purpose) {
    if (!there && !d.front().says(key)) {
      findings.missing(
          d,
          Code.POLICY_NOT_APPROVED,
          d.at("status"),
          "an approved text without '" + key + "'",
          purpose,
          "add: " + key + ": …");
    }
  }
}
