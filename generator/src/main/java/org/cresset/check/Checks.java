package org.cresset.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.Past;
import org.cresset.document.Reading;
import org.cresset.model.Details;
import org.cresset.parallel.Evenly;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.text.Markdown;

/** All rules over a library, before the gate. */
public final class Checks {
  private final Library library;
  private final Past past;
  private final Markdown markdown;
  private final Instant asOf;
  private final Findings findings;
  private final Unchanged unchanged;

  private Checks(Library library, Past past, Markdown markdown, Instant asOf, Passed passed) {
    this.unchanged = new Unchanged(library, passed);
    this.library = library;
    this.past = past;
    this.markdown = markdown;
    this.asOf = asOf;
    this.findings = new Findings(library);
  }

  /**
   * Everything that is wrong, in the order of places.
   *
   * @param releases what the editions showed last
   * @param releasing whether a release is made of it, so that what must stand in a commit can't
   *     come later
   * @param passed where earlier runs found nothing
   */
  public static List<Finding> run(
      Library library,
      Past past,
      Markdown markdown,
      Instant asOf,
      List<LastRelease> releases,
      boolean releasing,
      Passed passed) {
    Checks checks = new Checks(library, past, markdown, asOf, passed);
    checks.run();
    new LoweringRules(checks.findings, library, past, asOf, releasing).check(releases);
    return checks.findings.sorted();
  }

  /** That an id tells a site of the register, the team alone may know. */
  private void read(Document d, Problem problem) {
    if (problem.code() == Code.ID_TELLS) {
      Problem instead = Told.untold(Code.DISCLOSURE_NAME, Span.file(d.shown()));
      findings.add(d, problem, List.of(Findings.TEAM), Optional.of(instead));
    } else {
      findings.add(d, problem);
    }
  }

  private void run() {
    library.source().problems().forEach(p -> findings.add(p, Optional.empty()));
    library.problems().forEach(p -> findings.add(p, Optional.empty()));
    for (Reading reading : library.readings()) {
      for (Problem problem : reading.problems()) {
        reading
            .document()
            .ifPresentOrElse(d -> read(d, problem), () -> findings.add(problem, reading.guess()));
      }
    }
    for (String path : library.source().uncommitted()) {
      findings.add(uncommitted(path), Optional.empty());
    }
    new IdRules(findings, library).check();
    new NameRules(findings, library).check();
    new CycleRules(findings, library).check();
    new FileRules(findings, library).check();
    new RegisterRules(findings, library).check();
    new RegisterDataRules(findings, library, asOf).check();
    new RegisterKeyRules(findings, library, asOf).check();
    new SettingsRules(findings, library.configuration(), asOf).check();
    new CharterRules(findings, library).check();
    new SmallEventRules(findings, library).check();
    documents();
  }

  private static Problem uncommitted(String path) {
    return Problem.of(
        Code.SOURCE_UNCOMMITTED,
        Span.file(path),
        "a change that is not committed, and not looked at",
        "the file as it is in the commit",
        "git commit it, or use --worktree to take the files as they lie");
  }

  private void documents() {
    AdvisoryRules advisories = new AdvisoryRules(findings);
    ReportRules reports = new ReportRules(findings, library);
    CaseRules cases = new CaseRules(findings, library.configuration().triage());
    ToneRules tone = new ToneRules(findings, library);
    PolicyRules policies = new PolicyRules(findings, asOf);
    NoticeRules notices = new NoticeRules(findings, library, asOf);
    LinkRules links = new LinkRules(findings, library, markdown, asOf);
    ReferenceRules references = new ReferenceRules(findings, library);
    DisclosureRules disclosure = new DisclosureRules(findings, library, unchanged, asOf);
    PlaceholderRules placeholders = new PlaceholderRules(findings);
    library.intros().values().forEach(links::check);
    library.intros().values().forEach(disclosure::check);
    VersionRules versions = new VersionRules(findings, library.source(), past, unchanged);
    Evenly.each(
        library.all(),
        d -> {
          links.check(d);
          references.check(d);
          disclosure.check(d);
          own("placeholder", d, () -> placeholders.check(d));
          switch (d.details()) {
            case Details.Advisory a -> {
              own("advisory", d, () -> advisories.check(d, a));
              versions.check(d);
            }
            case Details.Report r -> {
              own("report", d, () -> reports.check(d, r));
              own("case", d, () -> cases.check(d, r));
              own("tone", d, () -> tone.check(d, r));
            }
            case Details.Notice n -> notices.check(d, n);
            case Details.Policy p -> {
              policies.check(d, p);
              versions.check(d);
            }
            case Details.Term t -> {}
            case Details.Page p -> {}
          }
        });
  }

  /** Rules that look at nothing but the document, the settings and the register. */
  private void own(String rule, Document d, Runnable rules) {
    unchanged.check(rule, d, "", () -> findings.none(rules));
  }
}
