package org.cresset.document;

import java.util.List;
import org.cresset.marking.Classification;
import org.cresset.problem.Span;

/**
 * A passage for fewer readers than its document, as written.
 *
 * @param open index of its opening line in the text that holds it, counted from 0
 * @param close index of its closing line; the text's length where it is unclosed
 * @param audiences ids and groups as written; empty means the team alone
 * @param at where the opening line stands in the file
 */
public record Fence(
    int open, int close, Classification classification, List<String> audiences, Span at) {}
