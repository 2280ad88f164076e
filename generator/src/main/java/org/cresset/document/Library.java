package org.cresset.document;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cresset.model.DocumentId;
import org.cresset.problem.Problem;
import org.cresset.source.SourceTree;

/**
 * The whole collection, read.
 *
 * @param documents by id; of two with the same id the first by path
 * @param readings one for each Markdown file, in the order of paths
 * @param intros by folder
 * @param events small events and counts, for the team alone
 * @param problems of files that are no documents: configuration, register, introductions
 */
public record Library(
    SourceTree source,
    Configuration configuration,
    Register register,
    SortedMap<DocumentId, Document> documents,
    List<Reading> readings,
    SortedMap<String, Intro> intros,
    SmallEvents events,
    List<Problem> problems) {

  /** Every readable document, in the order of paths, even where two have the same id. */
  public List<Document> all() {
    return readings.stream().flatMap(r -> r.document().stream()).toList();
  }

  /** The library without some documents and introductions, by their paths. */
  public Library without(Set<String> paths) {
    if (paths.isEmpty()) {
      return this;
    }
    SortedMap<String, Intro> others = new TreeMap<>(intros);
    others.values().removeIf(i -> paths.contains(i.path()));
    Library less = only(d -> !paths.contains(d.path()));
    return new Library(
        source, configuration, register, less.documents, less.readings, others, events, problems);
  }

  /** As if it had only some of its documents. */
  public Library only(Predicate<Document> wanted) {
    List<Reading> kept =
        readings.stream().filter(r -> r.document().stream().allMatch(wanted)).toList();
    return new Library(source, configuration, register, byId(kept), kept, intros, events, problems);
  }

  /**
   * Whether a file is an attachment of the document that owns a folder: it lies there, and not in
   * the folder of another document below.
   *
   * @param folder from the content folder, ending with a slash
   */
  public boolean isAttachment(String folder, String path) {
    if (!path.startsWith(folder) || path.endsWith(".md") || path.endsWith(".md.asc")) {
      return false;
    }
    int slash = path.lastIndexOf('/');
    while (slash >= folder.length()) {
      String owner = path.substring(0, slash) + "/index.md";
      if (source.files().containsKey(owner) || source.files().containsKey(owner + ".asc")) {
        return false;
      }
      slash = path.lastIndexOf('/', slash - 1);
    }
    return true;
  }

  /** The documents of readings by id; of two with the same id the first. */
  static SortedMap<DocumentId, Document> byId(List<Reading> readings) {
    SortedMap<DocumentId, Document> documents = new TreeMap<>(FOLDED);
    for (Reading reading : readings) {
      reading.document().ifPresent(d -> documents.putIfAbsent(d.id(), d));
    }
    return documents;
  }

  private static final Comparator<DocumentId> FOLDED =
      Comparator.comparing(DocumentId::kind).thenComparing(DocumentId::folded);
}
