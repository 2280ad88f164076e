package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cresset.problem.Failure;

/**
 * Puts one edition's folder in order, after a run that was cut off too: of what was never
 * published, or is older than the previous release, one tree is spared for the next staging; the
 * rest goes to the trash.
 */
final class Repair {
  private final Layout layout;
  private final String edition;

  Repair(Layout layout, String edition) {
    this.layout = layout;
    this.edition = edition;
  }

  void run() throws IOException {
    Files.setPosixFilePermissions(layout.releases(edition), Disk.FOLDER);
    Files.deleteIfExists(Releases.newLink(layout, edition));
    discard(layout.staging(edition));
    discard(layout.continued(edition));
    OptionalInt served = served(layout, edition);
    List<Integer> trees = trees();
    if (served.isEmpty()) {
      served = relink(trees);
    }
    for (int number : trees) {
      if (served.isEmpty() || number > served.getAsInt() || number < served.getAsInt() - 1) {
        retire(layout.tree(edition, number));
        Files.deleteIfExists(layout.record(edition, number));
      }
    }
  }

  /** The number that the link leads to; empty where there is no link. */
  static OptionalInt served(Layout layout, String edition) throws IOException {
    Path link = layout.link(edition);
    if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      return OptionalInt.empty();
    }
    if (Files.isSymbolicLink(link)) {
      Path target = Files.readSymbolicLink(link);
      Path name = target.getFileName();
      if (name != null
          && number(name).isPresent()
          && layout.site().resolve(target).equals(layout.tree(edition, number(name).get()))) {
        return OptionalInt.of(number(name).get());
      }
    }
    throw new Failure(
        Failure.Kind.ENVIRONMENT,
        link + " is not a link that Cresset made",
        "move it away: it must be a link to " + layout.tree(edition, 1) + " or a later number");
  }

  /**
   * Without a link, release 1 alone was never published. A later one had a link before, which
   * somebody removed: it is put back, or else release numbers would start anew.
   */
  private OptionalInt relink(List<Integer> trees) throws IOException {
    OptionalInt last = trees.stream().mapToInt(Integer::intValue).max();
    if (last.isEmpty() || last.getAsInt() == 1) {
      return OptionalInt.empty();
    }
    Releases.link(layout, edition, last.getAsInt());
    return last;
  }

  private List<Integer> trees() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (Stream<Path> all = Files.list(layout.releases(edition))) {
      all.filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
          .forEach(p -> number(p.getFileName()).ifPresent(numbers::add));
    }
    return numbers;
  }

  private static Optional<Integer> number(Path name) {
    return name.toString().matches("[1-9][0-9]{0,8}")
        ? Optional.of(Integer.valueOf(name.toString()))
        : Optional.empty();
  }

  private void retire(Path tree) throws IOException {
    if (Files.exists(layout.spare(edition), LinkOption.NOFOLLOW_LINKS)) {
      discard(tree);
    } else {
      Files.move(tree, layout.spare(edition));
    }
  }

  /** A rename, so that nothing half removed can be taken for a release. */
  private void discard(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Disk.folder(layout.trash(edition));
    int i = 0;
    Path place;
    do {
      place = layout.trash(edition).resolve(Integer.toString(i++));
    } while (Files.exists(place, LinkOption.NOFOLLOW_LINKS));
    Files.move(folder, place);
  }
}
