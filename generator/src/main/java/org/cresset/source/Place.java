package org.cresset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.cresset.git.GitRepository;
import org.cresset.problem.Failure;

/**
 * Where the content folder lies.
 *
 * @param content the folder, absolute, without links on the way
 * @param base from the root of the knowledge base to it, for messages
 * @param prefix from the root of the repository to it
 */
record Place(Path content, String base, String prefix, Optional<GitRepository> repository) {

  static Place of(Path root, Path content) {
    Path folder = real(content);
    Path home = real(root);
    Optional<GitRepository> repository =
        GitRepository.find(existing(folder)).or(() -> GitRepository.find(home));
    Path top = repository.flatMap(GitRepository::workTree).orElse(home);
    return new Place(folder, slashes(home, folder), slashes(top, folder), repository);
  }

  private static Path existing(Path folder) {
    Path at = folder;
    while (!Files.isDirectory(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  /** Links in the way to the folder are the operator's business; those inside it are refused. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = existing(absolute);
    try {
      return there.toRealPath().resolve(there.relativize(absolute)).normalize();
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT, there + " can't be read: " + e.getMessage(), "", e);
    }
  }

  private static String slashes(Path from, Path to) {
    Path way = to.startsWith(from) ? from.relativize(to) : to;
    return way.toString().replace(way.getFileSystem().getSeparator(), "/");
  }

  /** Whether the folder is there at all. */
  boolean exists() {
    return Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS);
  }
}
