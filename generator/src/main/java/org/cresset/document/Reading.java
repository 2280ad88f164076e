package org.cresset.document;

import java.util.List;
import java.util.Optional;
import org.cresset.model.DocumentId;
import org.cresset.problem.Problem;

/**
 * What became of one source file.
 *
 * @param path relative to the content folder
 * @param document empty where it could not be read at all
 * @param guess the document that it probably is, where it could not be read
 */
public record Reading(
    String path,
    String shown,
    Optional<Document> document,
    Optional<DocumentId> guess,
    List<Problem> problems) {}
