package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/** The framework: each policy with the procedures that carry it out. */
public record PolicyListView(
    String title,
    Optional<SafeHtml> intro,
    List<DocView.Definition> definitions,
    List<Group> groups,
    List<Entry> others,
    List<Entry> retired)
    implements View {
  public record Group(Entry policy, List<Entry> procedures) {}

  public record Entry(
      String id,
      String title,
      String href,
      Tag status,
      Tag type,
      PageView.Label label,
      Optional<Time> effective,
      Optional<Time> review) {}
}
