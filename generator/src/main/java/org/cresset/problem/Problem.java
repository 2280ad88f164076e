package org.cresset.problem;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong.
 *
 * @param code the rule, which has a page of its own in the manual
 * @param severity normally the code's own; a draft's missing parts are only warnings
 * @param at where
 * @param found what stands there
 * @param expected what should stand there
 * @param help the remedy: what to write, or which command to run
 * @param source the source line, or empty where there is none to show
 * @param related other places that belong to it, such as the first use of a duplicate id
 */
public record Problem(
    Code code,
    Severity severity,
    Span at,
    String found,
    String expected,
    String help,
    String source,
    List<Span> related)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::at)
          .thenComparing(Problem::severity)
          .thenComparing(Problem::code)
          .thenComparing(Problem::found)
          .thenComparing(Problem::expected);

  public Problem {
    related = List.copyOf(related);
  }

  /** A problem of its code's own severity, without a source line. */
  public static Problem of(Code code, Span at, String found, String expected, String help) {
    return new Problem(code, code.severity(), at, found, expected, help, "", List.of());
  }

  /** The same with the line it speaks of; but reports are kept, and show no line of a secret. */
  public Problem withSource(String line) {
    String shown = at.path().endsWith(".asc") ? "" : line;
    return new Problem(code, severity, at, found, expected, help, shown, related);
  }

  /** The same with further places. */
  public Problem withRelated(List<Span> places) {
    return new Problem(code, severity, at, found, expected, help, source, places);
  }

  /** The same as a warning. */
  public Problem asWarning() {
    return new Problem(code, Severity.WARNING, at, found, expected, help, source, related);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
