package org.cresset.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/** The rules of {@code .gitignore} files and of {@code info/exclude}. Not for several threads. */
public final class Ignores {
  private final Optional<Path> workTree;
  private final IgnoreNode exclude;
  private final Map<String, IgnoreNode> nodes = new HashMap<>();

  Ignores(Path gitFolder, Optional<Path> workTree) {
    this.workTree = workTree;
    this.exclude = load(gitFolder.resolve("info/exclude"));
  }

  /**
   * Whether a path, or a folder that it lies in, is ignored.
   *
   * @param path from the root of the work tree
   */
  public boolean ignored(String path, boolean folder) {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (matches(path.substring(0, slash), true)) {
        return true;
      }
    }
    return matches(path, folder);
  }

  private boolean matches(String path, boolean folder) {
    for (int slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
      String dir = slash < 0 ? "" : path.substring(0, slash);
      IgnoreNode node = nodes.computeIfAbsent(dir, this::of);
      Boolean verdict = node.checkIgnored(path.substring(slash + 1), folder);
      if (verdict != null) {
        return verdict;
      }
      if (slash <= 0) {
        return Boolean.TRUE.equals(exclude.checkIgnored(path, folder));
      }
    }
  }

  private IgnoreNode of(String dir) {
    return workTree
        .map(root -> load(root.resolve(dir).resolve(".gitignore")))
        .orElseGet(IgnoreNode::new);
  }

  private static IgnoreNode load(Path file) {
    IgnoreNode node = new IgnoreNode();
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      try (InputStream in = Files.newInputStream(file)) {
        node.parse(in);
      } catch (IOException e) {
        // Rules that can't be read hide nothing.
        return new IgnoreNode();
      }
    }
    return node;
  }
}
