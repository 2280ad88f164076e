package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/** The pages of one folder. */
public record SectionView(
    String title,
    Optional<SafeHtml> intro,
    List<DocView.Definition> definitions,
    List<Entry> entries)
    implements View {
  public record Entry(String title, String href, String summary, PageView.Label label) {}
}
