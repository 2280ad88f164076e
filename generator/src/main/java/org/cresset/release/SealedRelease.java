package org.cresset.release;

import java.util.SortedMap;

/**
 * The release that a new one follows, out of a sealed file.
 *
 * @param release its manifest; its tree is the sealed file
 * @param files all of it, by path
 */
public record SealedRelease(PreviousRelease release, SortedMap<String, byte[]> files) {}
