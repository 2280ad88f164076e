package org.cresset.document;

import java.util.List;
import org.cresset.problem.Problem;

/** Raised when {@code cresset.yaml} has errors: without it nothing can be told of any edition. */
public final class BrokenConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  BrokenConfiguration(List<Problem> problems) {
    super("cresset.yaml has errors");
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
