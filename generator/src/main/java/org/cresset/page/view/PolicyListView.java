package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/**
 * The framework: each policy with the procedures that carry it out.
 *
 * @param compliance where it is said how well it is kept; for the team
 */
public record PolicyListView(
    String title,
    Optional<SafeHtml> intro,
    List<DocView.Definition> definitions,
    List<Group> groups,
    List<Entry> others,
    List<Entry> retired,
    Optional<Ref> compliance)
    implements View {
  public record Group(Entry policy, List<Entry> procedures) {}

  /** A policy or procedure; {@code late} is for the team: its review is overdue. */
  public record Entry(
      String id,
      String title,
      String href,
      Tag status,
      Tag type,
      PageView.Label label,
      String approved,
      Optional<Time> effective,
      Optional<Time> review,
      boolean late) {}
}
