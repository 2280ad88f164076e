package org.cresset.search;

import org.cresset.model.DocumentId;

/**
 * A document found.
 *
 * @param path of its page from the root of the site
 * @param score 0 where only fields were asked for
 * @param snippet a passage near the first word found, or the beginning
 */
public record Hit(DocumentId id, String title, String path, float score, String snippet) {}
