package org.cresset.page.changes;

/**
 * A paragraph, heading, item or row of a text, in plain words.
 *
 * @param section the heading it stands under, or empty
 */
public record Block(String section, String text) {}
