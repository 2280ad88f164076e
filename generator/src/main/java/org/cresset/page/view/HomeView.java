package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/**
 * The first page for readers outside the team.
 *
 * @param summary the first paragraph of the page about the team, where there is one
 * @param intro the introduction of the whole site, where there is one
 * @param urgent critical and unfinished advisories, newest first
 * @param policies what is in force
 */
public record HomeView(
    SafeHtml summary,
    Optional<SafeHtml> intro,
    List<Row> urgent,
    List<Row> advisories,
    int advisoryCount,
    List<ListView.Filter> filters,
    List<Ref> policies,
    List<Ref> others)
    implements View {}
