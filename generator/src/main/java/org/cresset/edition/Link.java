package org.cresset.edition;

import org.cresset.model.DocumentId;

/**
 * A document of this edition that an article points to.
 *
 * @param path its page's path from the root of the site, such as {@code
 *     policies/charter/index.html}
 */
public record Link(DocumentId id, String title, String path) {}
