package org.cresset.document;

import java.util.Optional;
import org.cresset.marking.Marking;
import org.cresset.problem.Span;

/**
 * An entry of {@code attachments}: a file beside the document, and a narrower marking if it has
 * one.
 */
public record Attached(String file, Optional<String> title, Optional<Marking> marking, Span at) {}
