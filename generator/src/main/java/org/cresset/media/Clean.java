package org.cresset.media;

import java.util.SortedSet;

/**
 * A picture without what it does not show.
 *
 * @param content the same picture; the same bytes if nothing was found
 * @param found what was left out, in words
 */
public record Clean(byte[] content, SortedSet<String> found) {}
