package org.cresset.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cresset.document.Document;
import org.cresset.document.Fence;
import org.cresset.document.Fences;
import org.cresset.model.Details;
import org.cresset.model.MarkedText;
import org.cresset.model.Solution;
import org.cresset.model.Status;
import org.cresset.problem.Code;

/** What an advisory must say before it helps anyone (S1, S2). */
final class AdvisoryRules {
  private static final Set<String> EMPTY = Set.of("n/a", "tbd", "todo", "xxx", "...", "unknown");

  private final Findings findings;
  private final ProductRules products;
  private final SeverityRules agreement;
  private final ProfileRules profiles;

  AdvisoryRules(Findings findings) {
    this.findings = findings;
    this.products = new ProductRules(findings);
    this.agreement = new SeverityRules(findings);
    this.profiles = new ProfileRules(findings);
  }

  void check(Document d, Details.Advisory a) {
    boolean problem = !a.products().isEmpty() || !a.vulnerabilities().isEmpty();
    if (problem) {
      severity(d, a);
      agreement.check(d, a);
      solutions(d, a);
    }
    boolean needsProducts =
        a.category().equals("csaf_security_advisory") || a.category().equals("csaf_vex");
    if (needsProducts && a.products().isEmpty()) {
      findings.missing(
          d,
          Code.ADVISORY_NO_PRODUCTS,
          d.at("category"),
          "no products in a " + a.category(),
          "the affected products and versions",
          "add products: [{product_name: …, affected: …, fixed: …}]");
    }
    if (d.status() == Status.INTERIM && isMissing(d, "next_update")) {
      findings.missing(
          d,
          Code.ADVISORY_NO_NEXT_UPDATE,
          d.at("status"),
          "an interim advisory without next_update",
          "the time of the next update",
          "add: next_update: 2026-10-03T06:00Z");
    }
    withdrawal(d, a);
    products.check(d, a);
    profiles.check(d, a);
    Versioning.check(findings, d);
  }

  private void severity(Document d, Details.Advisory a) {
    boolean scored = a.vulnerabilities().stream().anyMatch(v -> !v.cvss().isEmpty());
    if (isMissing(d, "severity") && !scored) {
      findings.missing(
          d,
          Code.ADVISORY_NO_SEVERITY,
          d.at("title"),
          "no severity",
          "none, low, medium, high or critical, or a CVSS vector",
          "add: severity: high");
    }
    if (isMissing(d, "exploitation")) {
      findings.missing(
          d,
          Code.ADVISORY_NO_EXPLOITATION,
          d.at("title"),
          "no exploitation",
          "none_known, proof_of_concept, active or widespread",
          "add: exploitation: none_known");
    }
  }

  /** A value that is there but wrong has been reported. */
  private static boolean isMissing(Document d, String key) {
    return !d.front().says(key);
  }

  private void solutions(Document d, Details.Advisory a) {
    if (a.solutions().isEmpty()) {
      findings.missing(
          d,
          Code.ADVISORY_NO_SOLUTION,
          d.at("title"),
          "an advisory on a problem without a solution",
          "at least one; disabling the service is one",
          "add: solutions: [{workaround: …, impact: …}]");
    }
    for (int i = 0; i < a.solutions().size(); i++) {
      Solution s = a.solutions().get(i);
      if (saysNothing(s)) {
        findings.missing(
            d,
            Code.ADVISORY_NO_IMPACT,
            d.at("solutions[" + i + "]"),
            "a solution without the impact of applying it",
            "what stops or changes for whoever applies it",
            "add: impact: \"…\"; say so if nothing changes");
      }
      if (s.details().isEmpty() && !isNone(s)) {
        findings.missing(
            d,
            Code.ADVISORY_NO_SOLUTION,
            d.at("solutions[" + i + "]"),
            "a solution that does not say what to do",
            "details",
            "add: details: \"…\"");
      }
    }
    Optional<Solution> none = a.solutions().stream().filter(AdvisoryRules::isNone).findFirst();
    if (none.isPresent() && a.solutions().stream().noneMatch(AdvisoryRules::isWayOut)) {
      findings.missing(
          d,
          Code.ADVISORY_NO_WAY_OUT,
          d.at("solutions[" + a.solutions().indexOf(none.get()) + "].category"),
          "'" + none.get().category() + "' alone",
          "a workaround or mitigation beside it",
          "disabling the service is a workaround; add it with its impact");
    }
  }

  /** Empty, a stand-in, or kept from readers who see what to do. */
  private static boolean saysNothing(Solution s) {
    boolean forFewer = !s.details().isEmpty() && open(s.details()).isEmpty();
    String text = forFewer ? s.impact().markdown().strip() : open(s.impact());
    return text.length() < 3 || EMPTY.contains(text.toLowerCase(Locale.ROOT));
  }

  /** What stands outside fences. */
  private static String open(MarkedText text) {
    List<String> lines = new ArrayList<>(text.markdown().lines().toList());
    for (Fence fence : Fences.find(text.markdown()).reversed()) {
      lines.subList(fence.open(), Math.min(fence.close() + 1, lines.size())).clear();
    }
    return String.join("\n", lines).strip();
  }

  private static boolean isWayOut(Solution s) {
    return s.category().equals("workaround") || s.category().equals("mitigation");
  }

  private static boolean isNone(Solution s) {
    return s.category().equals("none_available") || s.category().equals("no_fix_planned");
  }

  private void withdrawal(Document d, Details.Advisory a) {
    if ((d.status() == Status.WITHDRAWN) != a.withdrawn().isPresent()) {
      findings.missing(
          d,
          Code.ADVISORY_NOT_WITHDRAWN,
          d.at(a.withdrawn().isPresent() ? "withdrawn" : "status"),
          a.withdrawn().isPresent() ? "withdrawn, but another status" : "no 'withdrawn'",
          "status: withdrawn together with withdrawn: {date, reason}",
          "run: cresset withdraw " + d.id().id() + " \"reason\"");
    }
  }
}
