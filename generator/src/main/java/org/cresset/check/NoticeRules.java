package org.cresset.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.marking.Classification;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.problem.Code;

/** What each type of notice needs before it may go out (S16, S26). */
final class NoticeRules {
  private final Findings findings;
  private final Library library;
  private final LocalDate today;

  NoticeRules(Findings findings, Library library, Instant asOf) {
    this.findings = findings;
    this.library = library;
    this.today = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  void check(Document d, Details.Notice n) {
    switch (n.type()) {
      case "press" -> {
        rule(
            d,
            d.marking().classification() == Classification.PUBLIC,
            "classification",
            "a press notice that is not public",
            "classification: public");
        rule(
            d,
            n.approvedBy().isPresent(),
            "type",
            "a press notice without approval",
            "approved_by");
      }
      case "law_enforcement" -> {
        boolean permitted = n.legalBasis().isPresent() || permission(n);
        rule(
            d,
            permitted,
            "type",
            "a notice to law enforcement without permission",
            "the permission of each site in the report, or legal_basis");
      }
      default -> {}
    }
  }

  private boolean permission(Details.Notice n) {
    return n.of().stream()
        .map(of -> library.documents().get(new DocumentId(Kind.REPORT, of)))
        .filter(Objects::nonNull)
        .map(Document::details)
        .filter(Details.Report.class::isInstance)
        .map(Details.Report.class::cast)
        .anyMatch(r ->
            r.sites().stream()
                .allMatch(site ->
                    r.permissions().stream()
                        .anyMatch(p ->
                            p.constituent().equals(site)
                                && p.to().contains("law_enforcement")
                                && p.until().filter(u -> u.isBefore(today)).isEmpty())));
  }

  private void rule(Document d, boolean kept, String key, String found, String expected) {
    if (!kept) {
      findings.missing(
          d,
          Code.NOTICE_RULE,
          d.at(key),
          found,
          expected,
          "add " + expected + " before it goes out");
    }
  }
}
