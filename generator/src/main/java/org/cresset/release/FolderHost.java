package org.cresset.release;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.cresset.parallel.Evenly;
import org.cresset.problem.Failure;

/**
 * A folder that a web server serves. It is a link into a store beside it, which is kept as {@code
 * site/} is: the release is staged there, forced to disk and verified, and one rename of the link
 * inside switches.
 */
record FolderHost(Path folder) implements Host {
  @Override
  public Sent send(PreviousRelease release, TreeVerifier readers) {
    Path name = folder.getFileName();
    if (name == null) {
      throw new Failure(
          Failure.Kind.USAGE, "--to is " + folder, "name the folder that is to be served");
    }
    Path store = folder.resolveSibling("." + name + ".cresset");
    Path target = folder.getFileSystem().getPath("." + name + ".cresset", release.edition());
    try {
      refuseForeign(target);
      try (Releases held = Releases.open(store)) {
        Layout layout = new Layout(store);
        Optional<PreviousRelease> before = there(layout, release.edition(), readers);
        before.ifPresent(b -> Host.mayFollow(b.bytes(), release, folder.toString()));
        Sent sent =
            before.filter(b -> same(b, release, readers)).isPresent()
                ? new Sent(0, 0)
                : copy(layout, before, release, readers);
        serve(target);
        removeOlder(layout, release);
        return sent;
      }
    } catch (IOException | UncheckedIOException e) {
      throw Host.failure(folder.toString(), e);
    }
  }

  /** What is there must be the link that this makes, or nothing. */
  private void refuseForeign(Path target) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      if (!Files.readSymbolicLink(folder).equals(target)) {
        throw Host.occupied(folder.toString(), "a link to " + Files.readSymbolicLink(folder));
      }
    } else if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw Host.occupied(folder.toString(), "files that cresset publish did not put there");
        }
      }
    } else if (Files.exists(folder, NOFOLLOW_LINKS)) {
      throw Host.occupied(folder.toString(), "a file");
    }
  }

  /** What is served; none where that can't be read or was damaged: it is then replaced wholly. */
  private static Optional<PreviousRelease> there(
      Layout layout, String edition, TreeVerifier readers) throws IOException {
    OptionalInt number = Repair.served(layout, edition);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Releases.read(layout.tree(edition, number.getAsInt())))
          .filter(b -> !readers.isDamaged(b.bytes(), b.signature()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it is there already, with no byte and no mode altered since. */
  private static boolean same(PreviousRelease before, PreviousRelease now, TreeVerifier readers) {
    return Arrays.equals(before.bytes(), now.bytes())
        && areReadable(before.tree())
        && readers.verify(before.tree().toString()).outcome() == Verification.Outcome.GENUINE;
  }

  /** Whether a web server may read all of it, and nobody but its owner may alter it. */
  private static boolean areReadable(Path tree) {
    try (Stream<Path> all = Files.walk(tree)) {
      return all.allMatch(
          p -> mode(p).equals(Files.isDirectory(p, NOFOLLOW_LINKS) ? Disk.FOLDER : Disk.FILE));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static Set<PosixFilePermission> mode(Path path) {
    try {
      return Files.getPosixFilePermissions(path, NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of a tree that was used up for this one may have been altered. */
  private static void mendFolders(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path folder : all.filter(p -> Files.isDirectory(p, NOFOLLOW_LINKS)).toList()) {
        if (!mode(folder).equals(Disk.FOLDER)) {
          Files.setPosixFilePermissions(folder, Disk.FOLDER);
        }
      }
    }
  }

  private static Sent copy(
      Layout layout,
      Optional<PreviousRelease> before,
      PreviousRelease release,
      TreeVerifier readers)
      throws IOException {
    String edition = release.edition();
    OptionalInt served = Repair.served(layout, edition);
    if (served.isPresent()) {
      spare(layout.tree(edition, served.getAsInt() - 1), layout.spare(edition));
    }
    StagedTree tree = new StagedTree(layout.staging(edition), layout.spare(edition), before);
    Evenly.each(
        release.manifest().files().entrySet(),
        f -> {
          try {
            if (!tree.link(f.getKey(), f.getValue())) {
              tree.add(f.getKey(), Files.readAllBytes(release.tree().resolve(f.getKey())));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    // The manifest and its signature too, as rsync counts.
    int sent = tree.fresh().size() + 2;
    tree.clean();
    mendFolders(tree.root());
    tree.write(Manifest.NAME, release.bytes());
    tree.write(Manifest.SIGNATURE, release.signature());
    Durable.force(tree.root(), tree.unforced());
    Host.mustBeGenuine(readers.verify(tree.root().toString()), "the copy of " + release.tree());
    int number = served.isPresent() ? served.getAsInt() + 1 : 1;
    Files.move(tree.root(), layout.tree(edition, number), StandardCopyOption.ATOMIC_MOVE);
    Disk.force(layout.releases(edition));
    Disk.force(layout.releases());
    Releases.link(layout, edition, number);
    return new Sent(sent, removed(before, release));
  }

  private static int removed(Optional<PreviousRelease> before, PreviousRelease release) {
    return (int)
        before.stream()
            .flatMap(b -> b.manifest().files().keySet().stream())
            .filter(path -> !release.manifest().files().containsKey(path))
            .count();
  }

  /** The tree before the served one is used up for the next. */
  private static void spare(Path old, Path spare) throws IOException {
    if (Files.isDirectory(old, NOFOLLOW_LINKS) && !Files.exists(spare, NOFOLLOW_LINKS)) {
      Files.move(old, spare);
    }
  }

  /** What was served before may have been forgotten since: only the release just before stays. */
  private static void removeOlder(Layout layout, PreviousRelease release) throws IOException {
    String edition = release.edition();
    Path served = layout.tree(edition, Repair.served(layout, edition).orElseThrow());
    try (Stream<Path> all = Files.list(layout.releases(edition))) {
      for (Path old : all.filter(p -> !p.equals(served) && !mayStay(p, release)).toList()) {
        Disk.remove(old);
      }
    }
  }

  /** Whether it is the very release that this one follows, with no disclosure accident between. */
  private static boolean mayStay(Path old, PreviousRelease release) {
    Manifest manifest = release.manifest();
    try {
      return !manifest.historyRestarted().equals(Optional.of(release.number()))
          && manifest.previous().equals(Optional.of(Disk.sha256(old.resolve(Manifest.NAME))));
    } catch (IOException e) {
      return false;
    }
  }

  /** The link that the web server knows; it never changes again. */
  private void serve(Path target) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      return;
    }
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      throw Host.occupied(folder.toString(), "files that cresset publish did not put there");
    }
    Files.createSymbolicLink(folder, target);
    Path parent = folder.getParent();
    if (parent != null) {
      Disk.force(parent);
    }
  }
}
