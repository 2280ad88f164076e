package org.cresset.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cresset.git.CommitLog;

/** The changes of every file, also of files that are gone. Renames are not followed. */
public final class History {
  /** Of nothing. */
  public static final History EMPTY = new History(CommitLog.EMPTY);

  private final Map<String, List<Change>> changes = new HashMap<>();

  History(CommitLog log) {
    for (CommitLog.Entry entry : log.commits()) {
      for (CommitLog.ChangedFile file : entry.changed()) {
        changes
            .computeIfAbsent(file.path(), path -> new ArrayList<>(2))
            .add(
                new Change(
                    entry.id(),
                    entry.authored(),
                    entry.author(),
                    entry.subject(),
                    entry.declassifiedBy(),
                    file.blob()));
      }
    }
  }

  /** The paths of files that some commit changed with a {@code Declassified-By} trailer. */
  public SortedSet<String> declassified() {
    SortedSet<String> paths = new TreeSet<>();
    changes.forEach((path, all) -> {
      if (all.stream().anyMatch(c -> !c.declassifiedBy().isEmpty())) {
        paths.add(path);
      }
    });
    return paths;
  }

  /** Every file that there ever was, with its changes, newest first. */
  public Map<String, List<Change>> files() {
    return Collections.unmodifiableMap(changes);
  }

  /**
   * The changes of a file, newest first; none if no commit ever had it.
   *
   * @param path from the content folder
   */
  public List<Change> of(String path) {
    return List.copyOf(changes.getOrDefault(path, List.of()));
  }
}
