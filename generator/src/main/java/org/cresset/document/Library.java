package org.cresset.document;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.model.DocumentId;
import org.cresset.problem.Problem;
import org.cresset.source.SourceTree;

/**
 * The whole collection, read.
 *
 * @param documents by id; of two with the same id the first by path
 * @param readings one for each Markdown file, in the order of paths
 * @param intros by folder
 * @param problems of files that are no documents: configuration, register, introductions
 */
public record Library(
    SourceTree source,
    Configuration configuration,
    Register register,
    SortedMap<DocumentId, Document> documents,
    List<Reading> readings,
    SortedMap<String, Intro> intros,
    List<Problem> problems) {

  /** The documents without some of them. */
  public Library without(Set<String> paths) {
    SortedMap<DocumentId, Document> kept = new TreeMap<>(documents);
    kept.values().removeIf(d -> paths.contains(d.path()));
    return new Library(source, configuration, register, kept, readings, intros, problems);
  }
}
