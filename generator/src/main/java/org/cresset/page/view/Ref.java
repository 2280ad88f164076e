package org.cresset.page.view;

/**
 * A link.
 *
 * @param id the document's id, or empty
 */
public record Ref(String id, String title, String href) {}
