package org.cresset.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A supposition, the attempts to disprove it, and its outcome: untested, standing or refuted. */
public record Hypothesis(String statement, List<Test> tests, String outcome) {
  /** One attempt to disprove it. */
  public record Test(Optional<Instant> at, String test, Optional<String> result) {}
}
