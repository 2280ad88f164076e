package org.cresset.page.view;

import java.util.List;
import java.util.Optional;

/** How well the team keeps to its policies: by the records, and as people measured it. */
public record ComplianceView(List<Computed> computed, List<Entered> entered) implements View {
  /** How often a rule was kept; {@code counted} says what is counted. */
  public record Computed(String what, int kept, int of, int percent, String counted) {}

  /** A measure that people entered. */
  public record Entered(
      Ref policy, String what, String target, String value, Optional<Time> measured) {}
}
