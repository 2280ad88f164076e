package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/** The first page for readers outside the team. */
public record HomeView(
    Optional<SafeHtml> intro,
    List<DocView.Definition> definitions,
    List<Row> urgent,
    List<Row> advisories,
    int advisoryCount,
    List<ListView.Filter> filters,
    Optional<Ref> report,
    List<Ref> policies,
    List<Ref> sections)
    implements View {}
