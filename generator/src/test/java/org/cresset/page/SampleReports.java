package org.cresset.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.model.Action;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Contact;
import org.cresset.model.Cost;
import org.cresset.model.Details;
import org.cresset.model.Evidence;
import org.cresset.model.Hypothesis;
import org.cresset.model.Intake;
import org.cresset.model.Kind;
import org.cresset.model.MarkedText;
import org.cresset.model.Observable;
import org.cresset.model.Permission;
import org.cresset.model.Postmortem;
import org.cresset.model.Severity;
import org.cresset.model.Status;
import org.cresset.model.Triage;

/** Reports for tests. */
final class SampleReports {
  private SampleReports() {}

  /** An open case with something of everything. */
  static Article open() {
    return Samples.article(
            Kind.REPORT,
            "4417093826",
            "Web shells on three mail gateways",
            new Details.Report(
                Optional.of(Severity.HIGH),
                "kt",
                new Triage("incident", Optional.of(1), List.of("mail of two hospitals")),
                times(),
                Optional.of("successful"),
                Optional.of(intake()),
                List.of("northgate", "kelpie"),
                List.of("AU"),
                List.of("exploited-vulnerability"),
                List.of("Example Mail Gateway"),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(
                    new Observable(
                        "ipv4",
                        "198.51.100.23",
                        Optional.of("uploads"),
                        Optional.of("observation"))),
                chronology(),
                List.of(
                    new Hypothesis(
                        "The intruder came in through port 8443.",
                        List.of(
                            new Hypothesis.Test(
                                Optional.empty(),
                                "Look for uploads before 2 October",
                                Optional.of("none found"))),
                        "standing")),
                List.of(evidence()),
                List.of(
                    cost("staff", "3200", "AUD", "40"),
                    cost("hardware", "1150.50", "AUD", null),
                    cost("restoration", "900", "EUR", null)),
                List.of(action("kt", "2026-11-20", null), action("rs", "2026-11-01", "done")),
                List.of(
                    new Contact(
                        "Duty administrator",
                        Optional.of("operations"),
                        Optional.of("northgate"),
                        Optional.of("+61 7 5550 0123"),
                        Optional.empty(),
                        Optional.of("duty@northgate.example.org"))),
                List.of(
                    new Permission(
                        "northgate",
                        "name",
                        "other sites",
                        "Head of computing",
                        LocalDate.parse("2026-10-03"),
                        Optional.empty())),
                Optional.of(
                    new Postmortem(
                        LocalDate.parse("2026-10-20"), Optional.of("lw"), List.of("dm", "kt"))),
                MarkedText.of("The gateways were *rebuilt*."),
                new Details.Retention(
                    Optional.of(LocalDate.parse("2033-10-20")), Optional.empty())),
            """
            ## Chronology

            - 2026-10-03T02:14Z hearsay (site administrator): mail queue at 40,000
            - 2026-10-03T02:31Z observation: web shell in /var/www/up.php

            ## What happened and when

            !!! observation "from the disk"
                The file was written at 19:44.

            !!! hearsay "site administrator"
                Nobody has logged in since spring.

            ## Underlying causes

            Nobody owned the machine.
            """)
        .status(Status.OPEN)
        .label(Samples.PRIVATE)
        .related("advisories", SampleAdvisories.gateway())
        .build();
  }

  private static Details.Times times() {
    return new Details.Times(
        Optional.of(Instant.parse("2026-10-03T02:14:00Z")),
        Optional.of(Instant.parse("2026-10-02T19:44:00Z")),
        Optional.of(Instant.parse("2026-10-03T02:10:00Z")),
        Optional.of(Instant.parse("2026-10-05T11:00:00Z")),
        Optional.empty(),
        Optional.of(LocalDate.parse("2026-11-21")),
        Optional.of(Instant.parse("2026-11-22T06:00:00Z")));
  }

  private static Intake intake() {
    SortedMap<String, String> answers = new TreeMap<>();
    answers.put("channel", "telephone");
    answers.put("in_progress", "yes");
    return new Intake(answers);
  }

  private static List<ChronologyEntry> chronology() {
    return List.of(
        entry("2026-10-03T02:14:00Z", "mail queue at 40,000", "hearsay", null),
        entry("2026-10-03T02:31:00Z", "web shell in `/var/www/up.php`", "observation", null),
        entry("2026-10-03T06:00:00Z", "dm → kt", null, "handover"),
        entry("2026-10-04T07:00:00Z", "the vendor answers", null, null));
  }

  private static ChronologyEntry entry(String at, String event, String basis, String kind) {
    return new ChronologyEntry(
        Instant.parse(at),
        MarkedText.of(event),
        Optional.ofNullable(basis),
        "hearsay".equals(basis) ? Optional.of("site administrator") : Optional.empty(),
        Optional.ofNullable(kind),
        false,
        true);
  }

  private static Evidence evidence() {
    return new Evidence(
        "Disk of the gateway at Northgate",
        Optional.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        Optional.of(Instant.parse("2026-10-03T09:00:00Z")),
        Optional.of("rs"),
        Optional.of("safe 2"),
        List.of(
            new Evidence.Custody(Instant.parse("2026-10-03T11:00:00Z"), "rs", "evidence clerk")));
  }

  private static Cost cost(String part, String amount, String currency, String hours) {
    return new Cost(
        part,
        Optional.of(new BigDecimal(amount)),
        Optional.of(currency),
        Optional.ofNullable(hours).map(BigDecimal::new),
        Optional.empty());
  }

  private static Action action(String who, String by, String done) {
    return new Action(
        who,
        "a list of the gateways",
        Optional.of("all sites"),
        Optional.of("mail"),
        Optional.of(LocalDate.parse(by)),
        Optional.ofNullable(done));
  }
}
