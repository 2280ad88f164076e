package org.cresset.preview;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.cresset.problem.Problem;

/**
 * One edition as it is now.
 *
 * @param files by path from the root of the site, made when they are asked for
 * @param problems what is wrong with the content, for the author
 */
public record PreviewState(SortedMap<String, Supplier<byte[]>> files, List<Problem> problems) {}
