package org.cresset.source;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.git.ObjectHash;
import org.cresset.problem.Problem;

/**
 * The content folder at one moment.
 *
 * @param commit the commit it is, or for files as they lie or staged the one they are based on;
 *     empty outside Git and before the first commit
 * @param prefix from the root of the repository to the content folder, without a final slash; empty
 *     if they are the same
 * @param files by path from the content folder; those refused are left out and have a problem
 * @param problems of files, each at its {@link SourceFile#shown} path, and of the repository
 * @param uncommitted paths (as shown) that differ in the work tree from the commit and were ignored
 */
public record SourceTree(
    Optional<String> commit,
    String prefix,
    SortedMap<String, SourceFile> files,
    List<Problem> problems,
    List<String> uncommitted) {
  public SourceTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    problems = List.copyOf(problems);
    uncommitted = List.copyOf(uncommitted);
  }

  /** An id of these files: of their paths, and of what they hold. */
  public static String id(Stream<SourceFile> files) {
    String all = files.map(f -> f.path() + '\n' + f.blob()).collect(Collectors.joining("\n"));
    return ObjectHash.blob(all.getBytes(StandardCharsets.UTF_8));
  }
}
