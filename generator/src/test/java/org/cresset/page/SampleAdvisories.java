package org.cresset.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.model.Acknowledgment;
import org.cresset.model.Details;
import org.cresset.model.Exploitation;
import org.cresset.model.Kind;
import org.cresset.model.Knowledge;
import org.cresset.model.MarkedText;
import org.cresset.model.Product;
import org.cresset.model.Reference;
import org.cresset.model.Revision;
import org.cresset.model.Severity;
import org.cresset.model.Solution;
import org.cresset.model.Status;
import org.cresset.model.Vulnerability;
import org.cresset.model.Withdrawal;

/** Advisories for tests: a full one, an interim one, a withdrawn one. */
final class SampleAdvisories {
  private SampleAdvisories() {}

  static Article gateway() {
    return gatewayBuilder().build();
  }

  /** The same where a report refers to it. */
  static Article gatewayOf(Article report) {
    return gatewayBuilder().related("reports", report).build();
  }

  private static Samples.Builder gatewayBuilder() {
    return Samples.article(
            Kind.ADVISORY,
            "csa-2026-k7f3",
            "Example Mail Gateway: remote code execution, in use by attackers",
            details(Severity.CRITICAL, Exploitation.WIDESPREAD, Optional.empty(), Optional.empty()),
            """
            ## Description

            The gateway has an administration service on TCP port 8443. It accepts the upload of a
            file without asking for a login. Attackers leave a web shell. Ask your CSIRT.

            ## Detection

            Look for the upload in the access log:

            ```sh
            grep -E '"(POST|PUT) /up[^"]*" 200' /var/log/gateway/access.log
            ```

            | Where | What |
            |---|---|
            | `/var/www/up*` | files that your staff did not put there |

            ## Timeline

            - 2026-10-03T02:31Z: the first case is confirmed.
            - 2026-10-03T05:10Z: this advisory is released.
            """)
        .history(
            new Revision("1", Samples.FIRST, "First release"),
            new Revision("2", Instant.parse("2026-10-04T01:30:00Z"), "4.2.7 fixes release 4."),
            new Revision("3", Instant.parse("2026-10-12T04:00:00Z"), "3.8.19 fixes release 3."))
        .references(
            new Reference(
                "Vendor bulletin 2026-10",
                "https://mailwright.example.org/security/2026-10",
                "external"));
  }

  static Article interim() {
    return Samples.article(
            Kind.ADVISORY,
            "csa-2026-w2qd",
            "Example VPN Concentrator: login without a password",
            details(
                Severity.HIGH,
                Exploitation.ACTIVE,
                Optional.of(Instant.parse("2026-10-05T00:00:00Z")),
                Optional.empty()),
            "The login can be left out.\n")
        .status(Status.INTERIM)
        .build();
  }

  static Article withdrawn() {
    return Samples.article(
            Kind.ADVISORY,
            "csa-2026-h3vj",
            "Example Print Service: log file readable by all",
            details(
                Severity.LOW,
                Exploitation.NONE_KNOWN,
                Optional.empty(),
                Optional.of(
                    new Withdrawal(
                        Instant.parse("2026-10-09T00:00:00Z"), "The report was wrong."))),
            "Nothing is left to say.\n")
        .status(Status.WITHDRAWN)
        .build();
  }

  static Details.Advisory details(
      Severity severity,
      Exploitation exploitation,
      Optional<Instant> nextUpdate,
      Optional<Withdrawal> withdrawn) {
    return new Details.Advisory(
        "Install 4.2.7 after you have looked for the intruder's files.",
        "csaf_security_advisory",
        Optional.of(severity),
        Optional.empty(),
        Optional.of(exploitation),
        Optional.of(Knowledge.PUBLIC),
        nextUpdate,
        List.of(
            product("gateway-4", "Example Mail Gateway", List.of(">=4.0 <4.2.7"), List.of("4.2.7")),
            product("gateway-2", "Example Mail Gateway, release 2", List.of(), List.of("none"))),
        List.of(
            new Vulnerability(
                Optional.of("CVE-2026-9990101"),
                List.of(),
                Optional.of("The administration service accepts uploads without a login"),
                Optional.of("CWE-306"),
                List.of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                Optional.of("Network access to TCP port 8443."),
                Optional.empty(),
                List.of())),
        List.of(
            solution("vendor_fix", "Install **4.2.7**.", "Mail is delayed by six minutes."),
            solution("workaround", "Block TCP port 8443.", "Remote administration stops.")),
        List.of(),
        withdrawn,
        List.of(
            new Acknowledgment(
                List.of(),
                Optional.of("Ridge CERT"),
                Optional.of("Compared its cases with ours."),
                List.of())),
        List.of());
  }

  private static Product product(
      String id, String name, List<String> affected, List<String> fixed) {
    return new Product(
        Optional.of(id),
        Optional.of("Example Mailwright"),
        name,
        affected,
        fixed,
        affected.isEmpty() ? List.of("*") : List.of(),
        Optional.empty(),
        List.of(),
        List.of("virtual appliance"),
        Optional.empty(),
        Optional.empty());
  }

  private static Solution solution(String category, String details, String impact) {
    return new Solution(
        category,
        MarkedText.of(details),
        MarkedText.of(impact),
        Optional.of("us"),
        List.of("gateway-4"),
        Optional.empty());
  }
}
