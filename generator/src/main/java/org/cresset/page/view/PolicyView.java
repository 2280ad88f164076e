package org.cresset.page.view;

import java.util.List;
import java.util.Optional;

/** A policy or procedure. */
public record PolicyView(
    DocView head,
    Tag type,
    String approvedBy,
    Optional<Time> approvedOn,
    Optional<Time> effectiveFrom,
    List<Measure> measures)
    implements View {
  public record Measure(String what, String target, Optional<Time> measuredOn, String value) {}
}
