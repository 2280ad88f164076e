package org.cresset.page.view;

import java.util.List;
import org.cresset.text.SafeHtml;

/** A closed case as an exercise, step by step. */
public record TrainingView(
    Ref report,
    Tag severity,
    List<ReportView.Answer> intake,
    List<Step> steps,
    SafeHtml resolution,
    List<String> hypotheses,
    List<DocView.Definition> definitions)
    implements View {
  /** What was known by then, and what was done. */
  public record Step(int number, List<ReportView.Event> known, List<ReportView.Event> done) {}
}
