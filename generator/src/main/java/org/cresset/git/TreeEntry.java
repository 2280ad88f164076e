package org.cresset.git;

import org.eclipse.jgit.lib.FileMode;

/**
 * A file of a tree or of the index.
 *
 * @param path from the root of the repository
 * @param blob the id of its content
 */
public record TreeEntry(GitPath path, Type type, String blob) {

  /** What stands at a path. */
  public enum Type {
    FILE,
    SYMLINK,
    SUBMODULE,
    /** A file in the middle of a merge, with more than one content. */
    UNMERGED;

    static Type of(FileMode mode) {
      if (mode.equals(FileMode.SYMLINK)) {
        return SYMLINK;
      }
      return mode.equals(FileMode.GITLINK) ? SUBMODULE : FILE;
    }
  }
}
