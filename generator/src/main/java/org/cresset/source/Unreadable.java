package org.cresset.source;

import org.cresset.problem.Problem;

/** A file that was listed but can't be read: a missing or corrupt object, a failing disk. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Unreadable(Problem problem, Throwable cause) {
    super(problem.found(), cause);
    this.problem = problem;
  }

  /** The same for the report, at the file. */
  public Problem problem() {
    return problem;
  }
}
