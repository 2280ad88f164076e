package org.cresset;

import java.nio.file.Path;
import java.util.List;
import org.cresset.marking.Audience;

/**
 * Where everything lies.
 *
 * @param root the knowledge base
 * @param templates folders that stand in for the built-in templates
 */
public record Workspace(Path root, Path content, List<Path> templates, Path site) {

  /** The usual places below a root. */
  public static Workspace of(Path root) {
    return new Workspace(
        root, root.resolve("content"), List.of(root.resolve("templates")), root.resolve("site"));
  }

  /** Secret keys; ignored by Git. */
  public Path keys() {
    return root.resolve(".cresset/keys");
  }

  /** What can be removed at any time. */
  public Path cache() {
    return root.resolve(".cresset/cache");
  }

  /** What can be removed at any time, of one edition. */
  public Path cache(String name, Audience audience) {
    return cache().resolve(name).resolve(audience.id());
  }
}
