package org.cresset.cli;

import org.cresset.Report;
import org.cresset.problem.Failure;

/** The one place that decides how a command ends (command line, exit status). */
enum ExitStatus {
  DONE(0),
  CONTENT(1),
  USAGE(2),
  NOT_GENUINE(3),
  KEY(4),
  ENVIRONMENT(5),
  STALE(6),
  FAULT(70);

  private final int number;

  ExitStatus(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /**
   * Of a run that published.
   *
   * @param all whether all editions were asked for
   */
  static ExitStatus of(Report report, boolean all) {
    return report.failure().map(f -> of(f.kind())).orElse(report.hasErrors(all) ? CONTENT : DONE);
  }

  static ExitStatus of(Failure.Kind kind) {
    return switch (kind) {
      case CONTENT -> CONTENT;
      case USAGE -> USAGE;
      case NOT_GENUINE -> NOT_GENUINE;
      case KEY -> KEY;
      case ENVIRONMENT -> ENVIRONMENT;
      case STALE -> STALE;
    };
  }
}
