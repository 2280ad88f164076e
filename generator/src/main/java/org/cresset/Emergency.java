package org.cresset;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.document.Document;
import org.cresset.document.LibraryReader;
import org.cresset.problem.Failure;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;
import org.cresset.source.Sources;

/** The last released state plus one document, whatever else is broken by now. */
final class Emergency {
  private Emergency() {}

  static SourceTree tree(Sources sources, Collector.CommitAndDocument wanted) {
    SourceTree released = sources.commit(wanted.revision());
    SourceTree now = sources.commit(wanted.from());
    SortedMap<String, SourceFile> files = new TreeMap<>(released.files());
    Document document = document(now, wanted.id());
    if (document.ownsFolder()) {
      String folder = document.folder();
      files.keySet().removeIf(p -> p.startsWith(folder));
      now.files().forEach((p, f) -> copy(files, p.startsWith(folder), p, f));
    } else {
      now.files().forEach((p, f) -> copy(files, p.equals(document.path()), p, f));
    }
    return new SourceTree(now.commit(), released.prefix(), files, released.problems(), List.of());
  }

  private static void copy(
      SortedMap<String, SourceFile> files, boolean wanted, String path, SourceFile file) {
    if (wanted) {
      files.put(path, file);
    }
  }

  private static Document document(SourceTree now, String id) {
    List<Document> found =
        LibraryReader.read(now).readings().stream()
            .flatMap(r -> r.document().stream())
            .filter(d -> d.id().id().equalsIgnoreCase(id) || d.id().toString().equalsIgnoreCase(id))
            .toList();
    if (found.size() != 1) {
      throw new Failure(
          Failure.Kind.USAGE,
          found.isEmpty()
              ? "no readable document '" + id + "' in HEAD"
              : "several documents '" + id + "'",
          found.isEmpty()
              ? "commit it first; cresset check says what is wrong with it"
              : "write the kind before it, such as " + found.getFirst().id());
    }
    return found.getFirst();
  }
}
