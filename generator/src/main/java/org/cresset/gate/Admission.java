package org.cresset.gate;

import java.util.SortedMap;
import java.util.SortedSet;
import org.cresset.document.Document;
import org.cresset.edition.Edition;
import org.cresset.model.DocumentId;

/**
 * What came through the gate for one audience, and what did not.
 *
 * @param documents those behind the articles, whole; for the checks
 * @param lines for each document whose body was cut, the index in the whole body of each remaining
 *     line; for the checks, which speak of source lines
 * @param unresolved destinations in visible text that lead to nothing this reader may see, by
 *     document
 */
public record Admission(
    Edition edition,
    Withheld withheld,
    SortedMap<DocumentId, Document> documents,
    SortedMap<DocumentId, int[]> lines,
    SortedMap<DocumentId, SortedSet<String>> unresolved) {}
