package org.cresset.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Measure;
import org.cresset.model.Revision;
import org.cresset.model.Status;

/** Whole editions for tests, with something of every kind. */
final class SampleEditions {
  private SampleEditions() {}

  static Edition forAnyone() {
    return Samples.publicEdition(true, common().toArray(Article[]::new));
  }

  static Edition staff() {
    Article gateway = SampleAdvisories.gateway();
    Article report = SampleReports.open();
    return Samples.staffEdition(
        Stream.concat(
                common().filter(a -> !a.id().equals(gateway.id())),
                Stream.of(SampleAdvisories.gatewayOf(report), report, notice()))
            .toArray(Article[]::new));
  }

  private static Stream<Article> common() {
    return Stream.of(
        SampleAdvisories.gateway(),
        SampleAdvisories.interim(),
        SampleAdvisories.withdrawn(),
        csirt(),
        policy("charter", "Charter", "policy").build(),
        triage(),
        page("about", "About the team", "The response team of the Harbour Research Network."),
        page("report-an-incident", "Report an incident", "At any hour, and in any state."),
        page("services/training", "Training", "Courses for administrators."));
  }

  static Article csirt() {
    return Samples.article(
            Kind.TERM,
            "csirt",
            "Computer security incident response team",
            new Details.Term(Optional.of("CSIRT"), List.of("incident response team"), List.of()),
            "A group of people who help when computers are attacked.\n\nIt does more.\n")
        .status(Status.PUBLISHED)
        .build();
  }

  private static Article triage() {
    Article charter = policy("charter", "Charter", "policy").build();
    return policy("triage", "Triage and priorities", "procedure")
        .related("implements", charter)
        .link("charter.md", charter)
        .build();
  }

  static Samples.Builder policy(String id, String title, String type) {
    return Samples.article(
            Kind.POLICY,
            id,
            title,
            new Details.Policy(
                type,
                Optional.of("Head of Harbour CSIRT"),
                Optional.of(LocalDate.parse("2026-03-09")),
                Optional.of(LocalDate.parse("2026-03-16")),
                List.of(),
                List.of(),
                true,
                List.of(
                    new Measure(
                        "First contact within 15 minutes",
                        Optional.of("all"),
                        Optional.of(LocalDate.parse("2026-10-31")),
                        Optional.of("11 of 12")))),
            "## Purpose\n\nAs the [charter](charter.md) says; and [nothing](nowhere.md).\n")
        .status(Status.APPROVED)
        .review("2026-12-16")
        .history(new Revision("1", Samples.FIRST, "First version."));
  }

  private static Article page(String id, String title, String summary) {
    return Samples.article(
            Kind.PAGE,
            id,
            title,
            new Details.Page(Optional.of("about"), Optional.of(summary), Optional.empty()),
            "Text of " + title + ".\n")
        .status(Status.PUBLISHED)
        .build();
  }

  private static Article notice() {
    return Samples.article(
            Kind.NOTICE,
            "n-81c2",
            "State of the mail gateways",
            new Details.Notice("brief", Optional.empty(), Optional.empty(), Optional.empty()),
            "Two are rebuilt.\n")
        .status(Status.PUBLISHED)
        .label(Samples.PRIVATE)
        .build();
  }
}
