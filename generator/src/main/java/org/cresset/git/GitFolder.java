package org.cresset.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cresset.problem.Failure;

/** Where a repository keeps its objects. */
final class GitFolder {
  private GitFolder() {}

  /** The folder that a {@code .git} is or, as a file, points to. */
  static Path of(Path git) {
    if (Files.isDirectory(git)) {
      return git;
    }
    try {
      String text = Files.size(git) > 4096 ? "" : Files.readString(git, StandardCharsets.UTF_8);
      if (text.startsWith("gitdir:")) {
        return git.resolveSibling(text.substring("gitdir:".length()).strip()).normalize();
      }
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw broken(git, e);
    }
    throw broken(git, new IOException("no gitdir line"));
  }

  private static Failure broken(Path git, Exception cause) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        git + " does not name a Git repository: " + cause.getMessage(),
        "git worktree repair mends the file of a linked work tree that was moved",
        cause);
  }

  static boolean isBare(Path folder) {
    return Files.isRegularFile(folder.resolve("HEAD"))
        && Files.isDirectory(folder.resolve("objects"))
        && Files.isDirectory(folder.resolve("refs"));
  }
}
