package org.cresset.text;

/**
 * A heading of a text.
 *
 * @param level from 2 to 6; the page's title is level 1
 * @param id unique in its text and stable while the words are; letters, digits and hyphens, never
 *     an underscore
 * @param text its words without markup
 */
public record Heading(int level, String id, String text) {}
