package org.cresset.source;

import java.util.function.LongSupplier;
import org.cresset.git.GitPath;
import org.cresset.git.TreeEntry;

/**
 * A file before it is accepted.
 *
 * @param path from the content folder
 * @param size asked for only where the type and name are good
 */
record Candidate(
    GitPath path, TreeEntry.Type type, String blob, LongSupplier size, SourceFile.Content content) {

  Candidate(GitPath path, TreeEntry.Type type, String blob, long size, SourceFile.Content content) {
    this(path, type, blob, () -> size, content);
  }
}
