package org.cresset.release;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.git.CorruptObject;
import org.cresset.git.GitRepository;
import org.cresset.git.TreeEntry;

/** The tree of a release in a history repository. */
final class GitSource implements TreeSource {
  private final GitRepository git;
  private final SortedMap<String, String> blobs = new TreeMap<>();
  private final List<String> special = new ArrayList<>();

  /**
   * @param tag of the release
   * @param branch that must lead to it
   */
  GitSource(Path history, String tag, String branch) throws IOException {
    git = GitRepository.open(history, Optional.empty());
    Optional<String> commit = git.commit(branch);
    if (commit.isEmpty() || !commit.equals(git.commit(tag))) {
      git.close();
      throw new IOException("its branch main does not end with " + tag);
    }
    for (TreeEntry entry : git.tree(commit.get(), "").orElse(List.of())) {
      if (entry.type() == TreeEntry.Type.FILE) {
        blobs.put(entry.path().text(), entry.blob());
      } else {
        special.add(entry.path().text());
      }
    }
  }

  @Override
  public byte[] read(String path) throws IOException {
    String blob = blobs.get(path);
    if (blob == null) {
      throw new NoSuchFileException(path);
    }
    try {
      return git.blob(blob);
    } catch (CorruptObject e) {
      throw new IOException(e.text(), e);
    }
  }

  @Override
  public Optional<String> hash(String path) throws IOException {
    return blobs.containsKey(path) ? Optional.of(Disk.sha256(read(path))) : Optional.empty();
  }

  @Override
  public Optional<Set<String>> files() {
    return Optional.of(blobs.keySet());
  }

  @Override
  public List<String> special() {
    return special;
  }

  @Override
  public void close() {
    git.close();
  }
}
