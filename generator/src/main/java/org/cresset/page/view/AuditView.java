package org.cresset.page.view;

import java.util.List;

/** The acts by which something became visible to more readers, newest first. */
public record AuditView(List<Act> acts) implements View {
  /**
   * One commit and document.
   *
   * @param commit its id, shortened
   * @param document without {@code href} where the edition has no page of it
   */
  public record Act(
      Time at, String commit, String author, String by, Ref document, String from, String to) {}
}
