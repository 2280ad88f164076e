package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;

/**
 * An edition that was built where no key is: its files, and what is asked of the key.
 *
 * @param tree the folder with the files, without signatures and manifest
 */
public record Unsigned(Path tree, Request request) {
  private static final String FILES = "tree";

  /** Puts a staged tree down for whoever has the key. */
  static Unsigned put(Path folder, Path staged, Request request) throws IOException {
    Disk.remove(folder);
    Disk.folder(folder);
    Path tree = folder.resolve(FILES);
    Files.move(staged, tree);
    Disk.replace(
        folder.resolve(Request.NAME),
        request.json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Unsigned(tree, request);
  }

  /**
   * All that wait to be signed in a folder, in the order of their editions.
   *
   * @throws Failure of kind USAGE if there are none, or one is not in order
   */
  public static List<Unsigned> in(Path folder) {
    List<Unsigned> all = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        Path request = entry.resolve(Request.NAME);
        if (Files.isRegularFile(request)) {
          all.add(new Unsigned(entry.resolve(FILES), Request.parse(Files.readString(request))));
        }
      }
    } catch (IOException e) {
      throw unusable(folder, Reason.of(e), e);
    } catch (IllegalArgumentException e) {
      throw unusable(folder, String.valueOf(e.getMessage()), e);
    }
    if (all.isEmpty()) {
      throw new Failure(
          Failure.Kind.USAGE,
          "nothing in " + folder + " waits to be signed",
          "make it with cresset build --unsigned, and bring site/.unsigned here");
    }
    return all;
  }

  /** Its files; nothing else may be there. */
  Set<String> files() throws IOException {
    try (TreeSource source = new FolderSource(tree)) {
      Set<String> files = new TreeSet<>(source.files().orElseThrow());
      Optional<String> strange =
          Stream.concat(source.special().stream(), files.stream().filter(p -> !SitePath.fits(p)))
              .findFirst();
      if (strange.isPresent()) {
        throw new IOException("what can't be signed: " + strange.get());
      }
      return files;
    }
  }

  private static Failure unusable(Path folder, String why, Exception cause) {
    return new Failure(
        Failure.Kind.USAGE,
        "nothing in " + folder + " can be signed: " + why,
        "make it with cresset build --unsigned, and bring site/.unsigned here",
        cause);
  }
}
