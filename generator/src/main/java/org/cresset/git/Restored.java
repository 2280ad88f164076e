package org.cresset.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.problem.Failure;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository with its work tree that is made of a bundle beside its place, and comes there when
 * it is whole; else nothing is left of it. The owner alone can read it.
 */
public final class Restored implements AutoCloseable {
  private final Path place;
  private final Path fresh;

  private Restored(Path place, Path fresh) {
    this.place = place;
    this.fresh = fresh;
  }

  /**
   * Begins one.
   *
   * @param place where nothing is yet, or an empty folder
   * @throws Failure USAGE if there is something; ENVIRONMENT if nothing can be written there
   */
  public static Restored at(Path place) {
    Path absolute = place.toAbsolutePath().normalize();
    mustBeFree(absolute);
    Path folder = absolute.getParent();
    if (folder == null) {
      throw inTheWay(absolute);
    }
    Isolation.enter();
    try {
      Files.createDirectories(folder);
      return new Restored(
          absolute, Files.createTempDirectory(folder, "." + absolute.getFileName() + "."));
    } catch (IOException e) {
      throw unwritable(absolute, e);
    }
  }

  /**
   * Whether a repository could be made there.
   *
   * @throws Failure USAGE if there is something
   */
  public static void mustBeFree(Path place) {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(place)) {
      throw inTheWay(place);
    }
  }

  private static boolean isEmptyFolder(Path place) {
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.findAny().isEmpty();
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  private static Failure inTheWay(Path place) {
    return new Failure(
        Failure.Kind.USAGE,
        place + " is there already and is no empty folder",
        "name a new folder: --into DIR");
  }

  private static Failure unwritable(Path place, Exception e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "nothing can be restored into " + place + ": " + e.getMessage(),
        "make room and give permission there, or name another folder with --into; nothing was left"
            + " there",
        e);
  }

  /**
   * Takes a whole bundle, the history in it; no file of the work tree is written yet.
   *
   * @return how many refs there are besides HEAD
   * @throws NoBundle if it does not begin like one
   * @throws Failure ENVIRONMENT if an object is missing or broken, or the disk fails
   */
  public int take(InputStream bundle) throws NoBundle {
    try (Repository repository = repository()) {
      repository.create(false);
      return new Unbundling(repository).take(bundle);
    } catch (NoBundle e) {
      throw e;
    } catch (CorruptObjectException | MissingObjectException e) {
      throw flawed(e);
    } catch (IOException | InvalidRefNameException | JGitInternalException e) {
      throw unwritable(place, e);
    }
  }

  /** Both are named: what is not, JGit takes from the environment or the current folder. */
  private Repository repository() throws IOException, InvalidRefNameException {
    return new FileRepositoryBuilder()
        .setGitDir(fresh.resolve(".git").toFile())
        .setWorkTree(fresh.toFile())
        .setInitialBranch("main")
        .build();
  }

  private static Failure flawed(IOException e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "the repository in the backup is flawed, and nothing was restored: " + e.getMessage(),
        "gpg --decrypt FILE > all.bundle && git clone all.bundle takes it as it is",
        e);
  }

  /**
   * Lays out the work tree, and puts all in its place.
   *
   * @throws Failure ENVIRONMENT if the disk fails
   */
  public void finish() {
    try (Repository repository = repository()) {
      Unbundling.checkout(repository);
    } catch (CorruptObjectException | MissingObjectException e) {
      throw flawed(e);
    } catch (IOException | InvalidRefNameException | JGitInternalException e) {
      throw unwritable(place, e);
    }
    try {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  /** Removes what is not in its place. */
  @Override
  public void close() {
    if (!Files.exists(fresh)) {
      return;
    }
    try (Stream<Path> all = Files.walk(fresh)) {
      List<Path> paths = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "what was begun in " + fresh + " can't be removed: " + e.getMessage(),
          "remove it by hand",
          e);
    }
  }
}
