package org.cresset.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.git.CommitLog.ChangedFile;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** What a commit's tree has otherwise than each of its parents. For one thread. */
final class TreeDiff implements AutoCloseable {
  private static final int KEPT = 2000;
  private static final ObjectId NONE = ObjectId.zeroId();

  private final ObjectReader reader;
  private final String folder;
  private final Map<ObjectId, byte[]> recent =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  TreeDiff(Repository repository, String folder) {
    this.reader = repository.newObjectReader();
    this.folder = folder;
  }

  /** Changed files under the folder, against all parents; against nothing where there are none. */
  List<ChangedFile> changed(ObjectId tree, List<ObjectId> parents) {
    List<ChangedFile> found = new ArrayList<>();
    if (parents.contains(tree)) {
      return found;
    }
    List<ObjectId> bases = new ArrayList<>();
    parents.forEach(parent -> bases.add(inFolder(parent)));
    if (bases.isEmpty()) {
      bases.add(NONE);
    }
    diff("", inFolder(tree), bases, found);
    return List.copyOf(found);
  }

  private ObjectId inFolder(ObjectId root) {
    Optional<ObjectId> tree = Trees.subtree(reader, root, folder);
    return tree.orElse(NONE);
  }

  private void diff(String prefix, ObjectId tree, List<ObjectId> parents, List<ChangedFile> to) {
    if (parents.contains(tree)) {
      return;
    }
    Map<String, List<Delta>> common = new LinkedHashMap<>();
    for (Delta delta : deltas(tree, parents.getFirst())) {
      common.computeIfAbsent(delta.key(), k -> new ArrayList<>()).add(delta);
    }
    for (ObjectId parent : parents.subList(1, parents.size())) {
      Map<String, Delta> other = new LinkedHashMap<>();
      deltas(tree, parent).forEach(delta -> other.put(delta.key(), delta));
      common.keySet().retainAll(other.keySet());
      common.forEach((key, list) -> list.add(java.util.Objects.requireNonNull(other.get(key))));
    }
    for (Map.Entry<String, List<Delta>> entry : common.entrySet()) {
      Delta first = entry.getValue().getFirst();
      String path = prefix + first.key();
      if (first.isTree()) {
        diff(path, first.mine(), entry.getValue().stream().map(Delta::theirs).toList(), to);
      } else {
        to.add(new ChangedFile(path, first.mine().equals(NONE) ? "" : first.mine().name()));
      }
    }
  }

  /** An entry that differs; the key of a tree ends in a slash; the zero id stands for absence. */
  private record Delta(String key, ObjectId mine, ObjectId theirs) {
    boolean isTree() {
      return key.endsWith("/");
    }
  }

  private List<Delta> deltas(ObjectId mine, ObjectId theirs) {
    List<Delta> found = new ArrayList<>();
    RawTree a = open(mine);
    RawTree b = open(theirs);
    while (!a.atEnd() || !b.atEnd()) {
      RawTree.skipEqual(a, b);
      if (a.atEnd() && b.atEnd()) {
        break;
      }
      int order = a.atEnd() ? 1 : b.atEnd() ? -1 : a.compare(b);
      if (order < 0) {
        found.add(new Delta(key(a), a.id(), NONE));
      } else if (order > 0) {
        found.add(new Delta(key(b), NONE, b.id()));
      } else if (!a.sameId(b)) {
        found.add(new Delta(key(a), a.id(), b.id()));
      }
      if (order <= 0) {
        a.next();
      }
      if (order >= 0) {
        b.next();
      }
    }
    return found;
  }

  private static String key(RawTree at) {
    return at.isTree() ? at.name().text() + "/" : at.name().text();
  }

  private RawTree open(ObjectId id) {
    if (id.equals(NONE)) {
      return new RawTree(id, new byte[0]);
    }
    byte[] raw = recent.get(id);
    if (raw == null) {
      raw = Objects.tree(reader, id);
      recent.put(id, raw);
    }
    return new RawTree(id, raw);
  }

  @Override
  public void close() {
    reader.close();
  }
}
