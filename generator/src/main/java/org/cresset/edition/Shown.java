package org.cresset.edition;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * What this edition has shown of a document from version to version.
 *
 * @param digests of each version by its number, the current one among them; empty where the kind
 *     has no versions
 * @param earlier the versions before the current one whose text is known to have been shown, oldest
 *     first
 */
public record Shown(SortedMap<String, String> digests, List<VersionText> earlier) {
  public static final Shown NOTHING = new Shown(Collections.emptySortedMap(), List.of());
}
