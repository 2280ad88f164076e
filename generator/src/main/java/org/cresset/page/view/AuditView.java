package org.cresset.page.view;

import java.util.List;

/**
 * What somebody answers for.
 *
 * @param acts by which something became visible to more readers, newest first
 * @param accepted findings of the disclosure checks, by document
 */
public record AuditView(List<Act> acts, List<Accepted> accepted) implements View {
  /**
   * A text that was found and accepted; {@code document} without {@code href} where it has no page.
   */
  public record Accepted(Ref document, String text, String reason, String by) {}

  /**
   * One commit and document.
   *
   * @param commit its id, shortened
   * @param document without {@code href} where the edition has no page of it
   */
  public record Act(
      Time at, String commit, String author, String by, Ref document, String from, String to) {}
}
