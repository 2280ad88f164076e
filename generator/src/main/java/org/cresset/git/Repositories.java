package org.cresset.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Makes repositories for people to work in. */
public final class Repositories {
  private Repositories() {}

  /**
   * A new repository with the branch {@code main} and no commit, unless the folder lies in a
   * repository already.
   *
   * @return its {@code .git}; empty where there was nothing to do
   * @throws Failure ENVIRONMENT if it can't be made
   */
  public static Optional<Path> init(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Optional<GitRepository> there = GitRepository.find(absolute);
    if (there.isPresent()) {
      there.get().close();
      return Optional.empty();
    }
    Path folderOfGit = absolute.resolve(".git");
    // Both are named: what is not, JGit takes from the environment or the current folder.
    try (Repository repository =
        new FileRepositoryBuilder()
            .setGitDir(folderOfGit.toFile())
            .setWorkTree(absolute.toFile())
            .setInitialBranch("main")
            .build()) {
      repository.create(false);
      return Optional.of(folderOfGit);
    } catch (IOException | InvalidRefNameException | IllegalStateException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "no Git repository can be made in " + absolute + ": " + e.getMessage(),
          "check the folder's permissions",
          e);
    }
  }
}
