package org.cresset.page.view;

import java.util.Optional;

/**
 * A document in a list.
 *
 * @param line what to know about it in one line: an advisory's action, a page's summary
 * @param facts further words, such as status and controller of a case
 * @param revised empty where there was no later change
 */
public record Row(
    String id,
    String title,
    String href,
    Optional<Tag> severity,
    Tag status,
    String line,
    String facts,
    PageView.Label label,
    Time date,
    Optional<Time> revised) {}
