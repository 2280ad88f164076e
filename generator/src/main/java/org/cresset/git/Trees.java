package org.cresset.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Lists the files of a tree. */
final class Trees {
  /** Deeper trees are hostile. */
  private static final int DEEPEST = 64;

  private final Repository repository;

  Trees(Repository repository) {
    this.repository = repository;
  }

  Optional<List<TreeEntry>> list(ObjectId commit, String folder) {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectReader reader = walk.getObjectReader();
      Optional<ObjectId> tree = subtree(reader, walk.parseCommit(commit).getTree(), folder);
      return tree.map(id -> {
        List<TreeEntry> files = new ArrayList<>();
        collect(reader, id, folder.isEmpty() ? "" : folder + "/", true, 0, files);
        return files;
      });
    } catch (IOException e) {
      throw Objects.corrupt(commit, e);
    }
  }

  /** The id of the folder's tree under a root tree. */
  static Optional<ObjectId> subtree(ObjectReader reader, ObjectId root, String folder) {
    ObjectId at = root;
    for (String name : folder.isEmpty() ? new String[0] : folder.split("/")) {
      ObjectId next = null;
      for (RawTree tree = new RawTree(at, Objects.tree(reader, at)); !tree.atEnd(); tree.next()) {
        if (tree.isTree() && tree.name().text().equals(name)) {
          next = tree.id();
        }
      }
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  private static void collect(
      ObjectReader reader,
      ObjectId id,
      String prefix,
      boolean utf8,
      int depth,
      List<TreeEntry> to) {
    if (depth > DEEPEST) {
      throw new CorruptObject(id.name(), "nests folders deeper than " + DEEPEST);
    }
    Set<String> names = new HashSet<>();
    for (RawTree tree = new RawTree(id, Objects.tree(reader, id)); !tree.atEnd(); tree.next()) {
      GitPath name = tree.name();
      if (!names.add(name.text())) {
        // Git itself refuses such a tree, and which of the two is meant nobody can say.
        throw new CorruptObject(id.name(), "has two entries of one name");
      }
      GitPath path = new GitPath(prefix + name.text(), utf8 && name.utf8());
      if (tree.isTree()) {
        collect(reader, tree.id(), path.text() + "/", path.utf8(), depth + 1, to);
      } else {
        TreeEntry.Type type = TreeEntry.Type.of(FileMode.fromBits(tree.mode()));
        to.add(new TreeEntry(path, type, tree.id().name()));
      }
    }
  }
}
