package org.cresset.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Repository;

/** Reads the index. */
final class Index {
  private Index() {}

  static List<IndexEntry> read(Repository repository, String folder, Optional<Path> other) {
    File file =
        other
            .map(Path::toFile)
            .orElseGet(() -> repository.isBare() ? new File("") : repository.getIndexFile());
    if (!file.isFile()) {
      return List.of();
    }
    try {
      Instant written = Files.getLastModifiedTime(file.toPath()).toInstant();
      DirCache index = DirCache.read(file, repository.getFS());
      List<IndexEntry> entries = new ArrayList<>();
      for (int i = 0; i < index.getEntryCount(); i++) {
        DirCacheEntry entry = index.getEntry(i);
        if (folder.isEmpty() || entry.getPathString().startsWith(folder + "/")) {
          add(entry, written, entries);
        }
      }
      return entries;
    } catch (IOException e) {
      // A form of index that is not known here only costs the time of hashing every file.
      return List.of();
    }
  }

  private static void add(DirCacheEntry entry, Instant written, List<IndexEntry> to) {
    if (entry.isIntentToAdd()) {
      return;
    }
    TreeEntry.Type type =
        entry.isMerged() ? TreeEntry.Type.of(entry.getFileMode()) : TreeEntry.Type.UNMERGED;
    Instant modified = entry.getLastModifiedInstant();
    to.add(
        new IndexEntry(
            new TreeEntry(
                GitPath.decode(org.eclipse.jgit.lib.Constants.encode(entry.getPathString())),
                type,
                entry.getObjectId().name()),
            entry.getLength() & 0xffffffffL,
            modified,
            !modified.isBefore(written)));
  }
}
