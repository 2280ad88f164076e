package org.cresset.edition;

import org.cresset.model.DocumentId;

/**
 * A document that an article points to: one of this edition, or from a member's edition one of the
 * public site.
 *
 * @param path its page's path from the root of the site, such as {@code
 *     policies/charter/index.html}; on the public site its absolute address
 */
public record Link(DocumentId id, String title, String path) {
  /** Whether it lies outside this edition. */
  public boolean isOutside() {
    return path.startsWith("https://") || path.startsWith("http://");
  }

  /** The address as seen from a page of this edition. */
  public String from(String page) {
    return isOutside() ? path : Paths.relative(page, path);
  }

  /**
   * The absolute address.
   *
   * @param site where this edition is served, ending with a slash
   */
  public String at(String site) {
    return isOutside() ? path : site + path;
  }
}
