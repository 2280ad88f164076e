package org.cresset.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.git.IndexEntry;
import org.cresset.git.ObjectHash;
import org.cresset.git.TreeEntry;

/** Compares the work tree with a commit, reading only files that the index can't vouch for. */
final class Uncommitted {
  private final Lying lying;
  private final Intake names;

  Uncommitted(Lying lying, Intake names) {
    this.lying = lying;
    this.names = names;
  }

  /**
   * What was changed, added or removed since.
   *
   * @param committed blob ids by path from the content folder
   * @return paths as shown, sorted
   */
  List<String> since(Map<String, String> committed) {
    Set<String> changed = new TreeSet<>();
    Set<String> there = new HashSet<>();
    for (LyingFile file : lying.list()) {
      String path = file.path().text();
      there.add(path);
      if (!isSame(file, Optional.ofNullable(committed.get(path)))) {
        changed.add(names.shown(path));
      }
    }
    committed.keySet().stream()
        .filter(path -> !there.contains(path))
        .forEach(path -> changed.add(names.shown(path)));
    return new ArrayList<>(changed);
  }

  private boolean isSame(LyingFile file, Optional<String> blob) {
    if (blob.isEmpty()) {
      return false;
    }
    if (file.type() != TreeEntry.Type.FILE) {
      return true;
    }
    Optional<IndexEntry> known = lying.indexed(file.path().text());
    boolean vouched =
        known.isPresent()
            && known.get().entry().blob().equals(blob.get())
            && known.get().holds(file.size(), file.modified());
    return vouched || holds(file, blob.get());
  }

  /** Line ends may have been changed on checkout (core.autocrlf); that is no difference. */
  private boolean holds(LyingFile file, String blob) {
    try {
      byte[] content = Disk.read(file.file(), file.path().text());
      return ObjectHash.blob(content).equals(blob)
          || ObjectHash.blob(LineEnds.unix(content)).equals(blob);
    } catch (Unreadable e) {
      return false;
    }
  }
}
