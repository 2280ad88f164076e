package org.cresset.page.view;

import java.util.Optional;

/**
 * The frame of one page.
 *
 * @param title as in the head, without the team's name
 * @param section the part of the site it belongs to, as in {@code site.sections}
 * @param description one sentence for the head, or empty
 * @param running what a printed sheet repeats, such as the id and version
 * @param path from the root of the site
 * @param root what leads from this page to the root: empty, or {@code ../} so many times; absolute
 *     for the page of errors
 * @param canonical the absolute address, where the page has one
 * @param label the highest of what the page shows
 */
public record PageView(
    String title,
    String section,
    String description,
    String running,
    String path,
    String root,
    Optional<String> canonical,
    Label label) {
  /** The marking as shown: {@code print} names the sheet of its printed form. */
  public record Label(
      String classification, String handling, String tlp, String tlpName, String print) {}
}
